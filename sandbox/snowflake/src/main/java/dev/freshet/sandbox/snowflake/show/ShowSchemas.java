package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Catalog.Database;
import dev.freshet.sandbox.snowflake.engine.AccessControl;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowScope.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** SHOW SCHEMAS, INFORMATION_SCHEMA among them. Source: sql-reference/sql/show-schemas. */
final class ShowSchemas extends Show {

  ShowSchemas() {
    super("SCHEMAS");
  }

  private record Row(
      String name, String database, Instant createdOn, Map<String, String> options, String owner) {}

  @Override
  protected Level bareName() {
    return Level.DATABASE;
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    Result.Builder result = Result.builder(StatementType.SHOW).timestamp("created_on").text("name");
    if (clause.terse()) {
      result.text("kind", "database_name", "schema_name");
    } else {
      result.text(
          "is_default",
          "is_current",
          "database_name",
          "owner",
          "comment",
          "options",
          "retention_time",
          "owner_role_type",
          "budget");
    }
    String current = session.database().orElse("") + "." + session.schema().orElse("");
    for (Row schema : clause.select(rows(session, clause.scope()), Row::name)) {
      String createdOn = ShowValues.time(schema.createdOn());
      if (clause.terse()) {
        result.row(createdOn, schema.name(), null, schema.database(), null);
      } else {
        result.row(
            createdOn,
            schema.name(),
            "N",
            ShowValues.yesNo(current.equals(schema.database() + "." + schema.name())),
            schema.database(),
            schema.owner(),
            ShowValues.comment(schema.options()),
            "",
            ShowValues.retention(schema.options()),
            "ROLE",
            null);
      }
    }
    return result.build();
  }

  private static List<Row> rows(Session session, ShowScope scope) {
    Sight sight = session.engine().access().sight(session.role());
    List<Row> rows = new ArrayList<>();
    for (Database database : session.engine().catalog().databases()) {
      if (scope.containsDatabase(database.name()) && sight.ofDatabase(database.name())) {
        rows.addAll(rows(session, sight, database));
      }
    }
    return rows;
  }

  private static List<Row> rows(Session session, Sight sight, Database database) {
    AccessControl access = session.engine().access();
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "INFORMATION_SCHEMA",
            database.name(),
            database.createdOn(),
            Map.of(),
            access.ownerOfDatabase(database.name())));
    session.engine().catalog().schemas(database.name()).stream()
        .filter(s -> sight.of(s.name()))
        .forEach(
            s ->
                rows.add(
                    new Row(
                        s.name().schema(),
                        database.name(),
                        s.createdOn(),
                        s.options(),
                        access.ownerOf(s.name()))));
    rows.sort(Comparator.comparing(Row::name));
    return rows;
  }
}
