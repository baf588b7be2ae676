package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.catalog.Dynamic;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.Show;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.show.ShowValues;
import java.util.List;

/** SHOW DYNAMIC TABLES. Source: sql-reference/sql/show-dynamic-tables. */
final class ShowDynamicTables extends Show {

  ShowDynamicTables() {
    super("DYNAMIC", "TABLES");
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("name", "database_name", "schema_name", "cluster_by")
            .number("rows", "bytes")
            .text("owner", "target_lag", "refresh_mode", "refresh_mode_reason", "warehouse")
            .text("comment", "text", "automatic_clustering", "scheduling_state")
            .timestamp("last_suspended_on")
            .text("is_clone", "is_replica", "is_iceberg")
            .timestamp("data_timestamp")
            .text("owner_role_type");
    List<Table> dynamic =
        clause.objects(session, Table.class).stream()
            .filter(table -> table.dynamic().isPresent())
            .toList();
    dynamic.forEach(table -> row(session, result, table, table.dynamic().orElseThrow()));
    return result.build();
  }

  private static void row(Session session, Result.Builder result, Table table, Dynamic dynamic) {
    Dynamic.Definition definition = dynamic.definition();
    result.row(
        ShowValues.time(table.createdOn()),
        table.name().name(),
        table.name().database(),
        table.name().schema(),
        "",
        Long.toString(ShowValues.rows(session, table)),
        null,
        session.engine().access().ownerOf(table),
        definition.targetLag(),
        definition.mode().name(),
        definition.reason().isEmpty() ? null : definition.reason(),
        definition.warehouse(),
        ShowValues.comment(table),
        definition.text(),
        "OFF",
        dynamic.suspended().isPresent() ? "SUSPENDED" : "ACTIVE",
        dynamic.suspended().map(ShowValues::time).orElse(null),
        "false",
        "false",
        "false",
        dynamic.refreshed().map(ShowValues::time).orElse(null),
        "ROLE");
  }
}
