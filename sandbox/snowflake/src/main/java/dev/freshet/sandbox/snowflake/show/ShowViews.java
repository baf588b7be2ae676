package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;

/** SHOW VIEWS. Source: sql-reference/sql/show-views. */
final class ShowViews extends Show {

  ShowViews() {
    super("VIEWS");
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    if (clause.terse()) {
      return TerseObjects.list(session, clause, View.class);
    }
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text(
                "name",
                "reserved",
                "database_name",
                "schema_name",
                "owner",
                "comment",
                "text",
                "is_secure",
                "is_materialized",
                "owner_role_type",
                "change_tracking");
    clause
        .objects(session, View.class)
        .forEach(
            view ->
                result.row(
                    ShowValues.time(view.createdOn()),
                    view.name().name(),
                    "",
                    view.name().database(),
                    view.name().schema(),
                    session.engine().access().ownerOf(view),
                    view.comment().orElse(""),
                    view.text(),
                    Boolean.toString(view.secure()),
                    "false",
                    "ROLE",
                    ShowValues.onOff(view.tracked())));
    return result.build();
  }
}
