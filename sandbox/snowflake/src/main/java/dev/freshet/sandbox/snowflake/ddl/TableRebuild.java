package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.stream.History;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a table other columns by writing its rows anew under the same DuckDB name: DuckDB cannot
 * add, change or drop a column together with its checks. Rows keep their ids; the images of a
 * tracked table's earlier rows are changed in place, so that streams show them with the columns of
 * today.
 */
final class TableRebuild {

  private TableRebuild() {}

  /**
   * @param sources for each of the new columns, in their order, an expression over the old ones
   * @param historyChange what follows ALTER TABLE and the history's name
   */
  static void run(
      Session session,
      Table table,
      List<TableColumn> columns,
      List<String> sources,
      String historyChange) {
    Duck duck = session.duck();
    duck.execute("BEGIN TRANSACTION");
    try {
      copy(duck, table, columns, sources, session.engine().newPhysicalName("rebuilt"));
      if (table.isTracked()) {
        duck.execute("ALTER TABLE " + table.history() + " " + historyChange);
      }
      duck.execute("COMMIT");
    } catch (SnowflakeException e) {
      duck.execute("ROLLBACK");
      throw e;
    }
    table.setColumns(columns);
  }

  private static void copy(
      Duck duck, Table table, List<TableColumn> columns, List<String> sources, String name) {
    String rebuilt = Identifiers.verbatim(name);
    List<String> definitions =
        new ArrayList<>(columns.stream().map(TableStore::definition).toList());
    List<String> values = new ArrayList<>(sources);
    if (table.isTracked()) {
      definitions.addAll(History.definitions());
      values.addAll(List.of(History.ROW, History.VERSION));
    }
    duck.execute("CREATE TABLE " + rebuilt + " (" + String.join(", ", definitions) + ")");
    duck.execute(
        "INSERT INTO %s SELECT %s FROM %s"
            .formatted(rebuilt, String.join(", ", values), table.physical()));
    duck.execute("DROP TABLE " + table.physical());
    duck.execute("ALTER TABLE " + rebuilt + " RENAME TO " + table.physical());
  }
}
