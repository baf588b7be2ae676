package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowScope.Level;

/** SHOW PRIMARY KEYS. Source: sql-reference/sql/show-primary-keys. */
final class ShowKeys extends Show {

  ShowKeys() {
    super("PRIMARY", "KEYS");
  }

  @Override
  protected Level bareName() {
    return Level.OBJECT;
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("database_name", "schema_name", "table_name", "column_name")
            .number("key_sequence")
            .text("constraint_name", "rely", "comment");
    clause.scope().objects(session, Table.class).forEach(table -> rows(result, table));
    return result.build();
  }

  private static void rows(Result.Builder result, Table table) {
    int sequence = 1;
    for (TableColumn column : table.columns()) {
      if (column.key()) {
        result.row(
            ShowValues.time(table.createdOn()),
            table.name().database(),
            table.name().schema(),
            table.name().name(),
            column.name(),
            Integer.toString(sequence++),
            "PRIMARY_KEY",
            "false",
            null);
      }
    }
  }
}
