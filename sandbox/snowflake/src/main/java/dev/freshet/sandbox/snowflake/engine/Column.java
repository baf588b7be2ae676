package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.SqlType;

/** A column of a result. */
public record Column(String name, SqlType type, boolean nullable) {

  public static Column text(String name) {
    return new Column(name, SqlType.TEXT, true);
  }

  public static Column number(String name) {
    return new Column(name, SqlType.INTEGER, false);
  }

  public static Column timestamp(String name) {
    return new Column(name, SqlType.TIMESTAMP_LTZ, true);
  }
}
