package dev.freshet.sandbox.snowflake.catalog;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A view: a query that is put in place of its name each time it is read. Names in it are completed
 * from the view's own schema.
 *
 * @param id never used for another view: one that is replaced is another, whatever it is called
 * @param query the query, in Snowflake's SQL
 * @param text the whole statement that made it
 * @param tracked whether its changes may be asked for: CHANGE_TRACKING
 */
public record View(
    ObjectName name,
    String id,
    String query,
    String text,
    boolean secure,
    boolean tracked,
    List<TableColumn> columns,
    Optional<String> comment,
    Instant createdOn)
    implements Relation, Namespace {

  /** The same view with another comment. */
  public View withComment(Optional<String> newComment) {
    return new View(name, id, query, text, secure, tracked, columns, newComment, createdOn);
  }

  /** The same view, secure or not. */
  public View withSecure(boolean newSecure) {
    return new View(name, id, query, text, newSecure, tracked, columns, comment, createdOn);
  }

  /** The same view, its changes tracked. */
  public View withTracking() {
    return new View(name, id, query, text, secure, true, columns, comment, createdOn);
  }

  @Override
  public String currentDatabase() {
    return name.database();
  }

  @Override
  public String currentSchema() {
    return name.schema();
  }
}
