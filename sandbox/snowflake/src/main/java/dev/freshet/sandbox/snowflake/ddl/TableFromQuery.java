package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.Table.Durability;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.query.Query;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE TABLE … AS: a table with the rows of a query, in a transaction of its own. Streams the
 * query reads are consumed.
 */
final class TableFromQuery {

  private TableFromQuery() {}

  /** Within {@code Transaction.ddl}; the table is not in the catalog yet. */
  static Table create(
      Session session, ObjectName name, Durability durability, TableDefinition.Rows rows) {
    session.transaction().begin();
    boolean done = false;
    try {
      Query query = Queries.translate(session, rows.query());
      rows.query().expectEnd();
      List<TableColumn> columns = columns(rows.columns(), Queries.describe(session, query));
      Table table =
          session
              .transaction()
              .write(
                  WriteIntent.consuming(query.streams()),
                  () -> filled(session, name, durability, columns, query));
      session.transaction().commit();
      done = true;
      return table;
    } finally {
      if (!done) {
        session.transaction().rollback();
      }
    }
  }

  private static Table filled(
      Session session,
      ObjectName name,
      Durability durability,
      List<TableColumn> columns,
      Query query) {
    Table table = new TableStore(session).create(name, durability, columns);
    // Not update(), which binds first on another connection, where the table is not to be seen yet.
    session
        .duck()
        .execute("INSERT INTO %s SELECT * FROM (%s)".formatted(table.physical(), query.sql()));
    return table;
  }

  private static List<TableColumn> columns(List<ColumnDefinition> written, List<Column> answered) {
    if (written.isEmpty()) {
      return answered.stream().map(c -> TableColumn.of(c.name(), c.type())).toList();
    }
    if (written.size() != answered.size()) {
      throw SnowflakeException.compilation(
          "002026",
          "Invalid column definition list: "
              + written.size()
              + " columns for a query of "
              + answered.size());
    }
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      columns.add(written.get(i).column(answered.get(i).type()));
    }
    return columns;
  }
}
