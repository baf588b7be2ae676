package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Catalog.Database;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import java.util.List;

/** SHOW DATABASES. Source: sql-reference/sql/show-databases. */
final class ShowDatabases extends Show {

  ShowDatabases() {
    super("DATABASES");
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
          "origin",
          "owner",
          "comment",
          "options",
          "retention_time",
          "kind",
          "budget",
          "owner_role_type");
    }
    String current = session.database().orElse("");
    Sight sight = session.engine().access().sight(session.role());
    List<Database> known =
        session.engine().catalog().databases().stream()
            .filter(database -> sight.ofDatabase(database.name()))
            .toList();
    for (Database database : clause.select(known, Database::name)) {
      String createdOn = ShowValues.time(database.createdOn());
      if (clause.terse()) {
        result.row(createdOn, database.name(), "STANDARD", null, null);
      } else {
        result.row(
            createdOn,
            database.name(),
            "N",
            ShowValues.yesNo(database.name().equals(current)),
            "",
            session.engine().access().ownerOfDatabase(database.name()),
            ShowValues.comment(database.options()),
            "",
            ShowValues.retention(database.options()),
            "STANDARD",
            null,
            "ROLE");
      }
    }
    return result.build();
  }
}
