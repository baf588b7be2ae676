package dev.freshet.sandbox.snowflake.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowScope.Level;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.List;
import java.util.Locale;

/** SHOW COLUMNS. A type is a JSON object. Source: sql-reference/sql/show-columns. */
final class ShowColumns extends Show {

  ShowColumns() {
    super("COLUMNS");
  }

  private record Row(Relation relation, TableColumn column) {}

  @Override
  protected Level bareName() {
    return Level.OBJECT;
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .text(
                "table_name",
                "schema_name",
                "column_name",
                "data_type",
                "null?",
                "default",
                "kind",
                "expression",
                "comment",
                "database_name",
                "autoincrement",
                "schema_evolution_record");
    List<Row> rows =
        clause.scope().objects(session, Relation.class).stream()
            .flatMap(r -> r.columns().stream().map(column -> new Row(r, column)))
            .toList();
    clause
        .select(rows, row -> row.column().name())
        .forEach(
            row ->
                result.row(
                    row.relation().name().name(),
                    row.relation().name().schema(),
                    row.column().name(),
                    type(row.column()),
                    row.column().nullable() ? "true" : "NOT_NULL",
                    row.column().defaultSql().orElse(""),
                    "COLUMN",
                    "",
                    row.column().comment().orElse(""),
                    row.relation().name().database(),
                    "",
                    null));
    return result.build();
  }

  private static String type(TableColumn column) {
    SqlType type = column.type();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type.family().wireName().toUpperCase(Locale.ROOT));
    switch (type.family()) {
      case NUMBER -> json.put("precision", type.precision()).put("scale", type.scale());
      case TEXT ->
          json.put("length", type.length())
              .put("byteLength", Math.min(4L * type.length(), SqlType.MAX_TEXT));
      case BINARY -> json.put("length", type.length()).put("byteLength", type.length());
      case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
          json.put("precision", 0).put("scale", type.precision());
      default -> {
        // nothing but its name
      }
    }
    return json.put("nullable", column.nullable()).toString();
  }
}
