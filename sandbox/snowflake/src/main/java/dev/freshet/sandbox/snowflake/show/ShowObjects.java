package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;

/** SHOW OBJECTS: tables and views. Source: sql-reference/sql/show-objects. */
final class ShowObjects extends Show {

  ShowObjects() {
    super("OBJECTS");
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    if (clause.terse()) {
      return TerseObjects.list(session, clause, Relation.class);
    }
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("name", "database_name", "schema_name", "kind", "comment", "cluster_by")
            .number("rows", "bytes")
            .text(
                "owner", "retention_time", "owner_role_type", "budget", "is_hybrid", "is_dynamic");
    clause.objects(session, Relation.class).forEach(relation -> row(session, result, relation));
    return result.build();
  }

  private static void row(Session session, Result.Builder result, Relation relation) {
    boolean table = relation instanceof Table;
    result.row(
        ShowValues.time(relation.createdOn()),
        relation.name().name(),
        relation.name().database(),
        relation.name().schema(),
        ShowValues.kind(relation),
        ShowValues.comment(relation),
        "",
        table ? Long.toString(ShowValues.rows(session, (Table) relation)) : null,
        null,
        session.engine().access().ownerOf(relation),
        table ? ShowValues.retention(((Table) relation).options()) : "",
        "ROLE",
        null,
        "N",
        ShowValues.yesNo(table && ((Table) relation).dynamic().isPresent()));
  }
}
