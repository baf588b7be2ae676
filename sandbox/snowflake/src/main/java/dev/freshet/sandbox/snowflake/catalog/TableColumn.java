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

  /** The same column under another name. */
  public TableColumn named(String newName) {
    return new TableColumn(newName, type, nullable, defaultSql, comment, key);
  }

  /** The same column with another comment. */
  public TableColumn commented(Optional<String> newComment) {
    return new TableColumn(name, type, nullable, defaultSql, newComment, key);
  }

  /** The same column of another type. */
  public TableColumn typed(SqlType newType) {
    return new TableColumn(name, newType, nullable, defaultSql, comment, key);
  }

  /** The same column, taking NULL or not. */
  public TableColumn nullable(boolean newNullable) {
    return new TableColumn(name, type, newNullable, defaultSql, comment, key);
  }

  /** The same column without a default. */
  public TableColumn withoutDefault() {
    return new TableColumn(name, type, nullable, Optional.empty(), comment, key);
  }
}
