package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Catalog.Database;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;

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
    for (Database database :
        clause.select(session.engine().catalog().databases(), Database::name)) {
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
            ShowValues.OWNER,
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
