package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;

/** The five columns of SHOW TERSE TABLES, VIEWS and OBJECTS. */
final class TerseObjects {

  private TerseObjects() {}

  static Result list(Session session, ShowClause clause, Class<? extends Relation> type) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("name", "kind", "database_name", "schema_name");
    clause
        .objects(session, type)
        .forEach(
            relation ->
                result.row(
                    ShowValues.time(relation.createdOn()),
                    relation.name().name(),
                    ShowValues.kind(relation),
                    relation.name().database(),
                    relation.name().schema()));
    return result.build();
  }
}
