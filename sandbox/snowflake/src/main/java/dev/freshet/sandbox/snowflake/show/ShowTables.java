package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;

/** SHOW TABLES. Bytes are not known here and left NULL. Source: sql-reference/sql/show-tables. */
final class ShowTables extends Show {

  ShowTables() {
    super("TABLES");
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    return clause.terse() ? TerseObjects.list(session, clause, Table.class) : full(session, clause);
  }

  private static Result full(Session session, ShowClause clause) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("name", "database_name", "schema_name", "kind", "comment", "cluster_by")
            .number("rows", "bytes")
            .text(
                "owner",
                "retention_time",
                "automatic_clustering",
                "change_tracking",
                "search_optimization",
                "search_optimization_progress",
                "search_optimization_bytes",
                "is_external",
                "enable_schema_evolution",
                "owner_role_type",
                "is_event",
                "budget",
                "is_hybrid",
                "is_iceberg",
                "is_dynamic",
                "is_immutable");
    clause.objects(session, Table.class).forEach(table -> row(session, result, table));
    return result.build();
  }

  private static void row(Session session, Result.Builder result, Table table) {
    boolean evolves = Boolean.parseBoolean(table.options().get("ENABLE_SCHEMA_EVOLUTION"));
    result.row(
        ShowValues.time(table.createdOn()),
        table.name().name(),
        table.name().database(),
        table.name().schema(),
        ShowValues.kind(table),
        ShowValues.comment(table),
        "",
        Long.toString(ShowValues.rows(session, table)),
        null,
        session.engine().access().ownerOf(table),
        ShowValues.retention(table.options()),
        "OFF",
        ShowValues.onOff(table.tellsChanges()),
        "OFF",
        null,
        null,
        "N",
        ShowValues.yesNo(evolves),
        "ROLE",
        "N",
        null,
        "N",
        "N",
        ShowValues.yesNo(table.dynamic().isPresent()),
        "N");
  }
}
