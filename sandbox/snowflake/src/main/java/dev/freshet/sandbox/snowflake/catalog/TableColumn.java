package dev.freshet.sandbox.snowflake.catalog;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.Optional;

/**
 * A column of a table or view.
 *
 * @param defaultSql its default as written, in Snowflake's SQL
 * @param key whether it is part of the primary key; noted, not enforced, as in Snowflake
 */
public record TableColumn(
    String name,
    SqlType type,
    boolean nullable,
    Optional<String> defaultSql,
    Optional<String> comment,
    boolean key) {

  public static TableColumn of(String name, SqlType type) {
    return new TableColumn(name, type, true, Optional.empty(), Optional.empty(), false);
  }
}
