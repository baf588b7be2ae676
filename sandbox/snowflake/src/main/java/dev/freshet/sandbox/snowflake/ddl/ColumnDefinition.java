package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.Optional;

/**
 * A column as a statement defines it.
 *
 * @param type empty only where it is taken from a query
 */
record ColumnDefinition(
    String name,
    Optional<SqlType> type,
    boolean nullable,
    Optional<String> defaultSql,
    Optional<String> comment,
    boolean key) {

  static ColumnDefinition plain(String name, Optional<SqlType> type) {
    return new ColumnDefinition(name, type, true, Optional.empty(), Optional.empty(), false);
  }

  ColumnDefinition notNull() {
    return new ColumnDefinition(name, type, false, defaultSql, comment, key);
  }

  ColumnDefinition withDefault(String sql) {
    return new ColumnDefinition(name, type, nullable, Optional.of(sql), comment, key);
  }

  ColumnDefinition commented(String text) {
    return new ColumnDefinition(name, type, nullable, defaultSql, Optional.of(text), key);
  }

  /** Part of the primary key, which takes no NULL. */
  ColumnDefinition asKey() {
    return new ColumnDefinition(name, type, false, defaultSql, comment, true);
  }

  /** The column, with the type of a query's column where none was written. */
  TableColumn column(SqlType otherwise) {
    return new TableColumn(name, type.orElse(otherwise), nullable, defaultSql, comment, key);
  }

  TableColumn column() {
    return column(
        type.orElseThrow(
            () ->
                SnowflakeException.compilation(
                    "001003", "column '" + name + "' has no data type")));
  }
}
