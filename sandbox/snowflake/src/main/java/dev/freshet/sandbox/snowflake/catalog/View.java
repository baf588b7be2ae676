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
 * @param query the query, in Snowflake's SQL
 */
public record View(
    ObjectName name,
    String query,
    List<TableColumn> columns,
    Optional<String> comment,
    Instant createdOn)
    implements Relation, Namespace {

  @Override
  public String currentDatabase() {
    return name.database();
  }

  @Override
  public String currentSchema() {
    return name.schema();
  }
}
