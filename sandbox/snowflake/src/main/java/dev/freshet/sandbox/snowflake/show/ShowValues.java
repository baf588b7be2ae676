package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** How SHOW, DESCRIBE and INFORMATION_SCHEMA write what the catalog holds. */
public final class ShowValues {

  /** Who granted and who made what has no owner here: warehouses and roles. */
  public static final String OWNER = "ACCOUNTADMIN";

  private ShowValues() {}

  /** A time as results carry it: seconds since 1970 with nine decimals. */
  public static String time(Instant instant) {
    return String.format(Locale.ROOT, "%d.%09d", instant.getEpochSecond(), instant.getNano());
  }

  public static String yesNo(boolean value) {
    return value ? "Y" : "N";
  }

  public static String onOff(boolean value) {
    return value ? "ON" : "OFF";
  }

  public static String comment(Map<String, String> options) {
    return options.getOrDefault("COMMENT", "");
  }

  public static String comment(Relation relation) {
    return relation instanceof Table table
        ? comment(table.options())
        : ((View) relation).comment().orElse("");
  }

  public static String retention(Map<String, String> options) {
    return options.getOrDefault("DATA_RETENTION_TIME_IN_DAYS", "1");
  }

  /** TABLE for a permanent table, otherwise TRANSIENT, TEMPORARY or VIEW. */
  public static String kind(Relation relation) {
    if (relation instanceof Table table) {
      return table.durability() == Table.Durability.PERMANENT ? "TABLE" : table.durability().name();
    }
    return "VIEW";
  }

  /** How many rows a table holds, as this session sees it. */
  public static long rows(Session session, Table table) {
    return session.duck().number("SELECT count(*) FROM " + table.physical());
  }
}
