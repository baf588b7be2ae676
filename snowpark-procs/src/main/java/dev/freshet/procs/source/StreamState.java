package dev.freshet.procs.source;

import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * The stream on the source, as SHOW STREAMS has it (sql-reference/sql/show-streams).
 *
 * @param table what it reads; another text if the table was dropped
 * @param onView whether that is a view
 * @param stale whether its changes are lost to it
 * @param staleAfter when they begin to be, unless it is read before: UTC, ISO 8601
 * @param overdue whether that time has passed
 */
public record StreamState(
    String table, boolean onView, boolean stale, String staleAfter, boolean overdue) {

  /** Reads it in three statements, none of which needs a warehouse's work; empty if it is gone. */
  public static Optional<StreamState> read(Warehouse warehouse, ContractSchema schema) {
    return read(warehouse, schema, "SOURCE_STREAM");
  }

  /** The same of another stream of the contract. */
  public static Optional<StreamState> ofRequests(Warehouse warehouse, ContractSchema schema) {
    return read(warehouse, schema, "TODO_STREAM");
  }

  private static Optional<StreamState> read(
      Warehouse warehouse, ContractSchema schema, String name) {
    warehouse.run("SHOW STREAMS LIKE " + Sql.literal(name) + " IN SCHEMA " + schema.qualified());
    return warehouse
        .rows(
            "SELECT \"table_name\", \"source_type\", TO_VARCHAR(\"stale\"),"
                + " TO_VARCHAR(CONVERT_TIMEZONE('UTC', \"stale_after\"),"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), \"stale_after\" < CURRENT_TIMESTAMP()"
                + " FROM TABLE(RESULT_SCAN("
                + Sql.literal(warehouse.lastQueryId())
                + "))")
        .stream()
        .findFirst()
        .map(StreamState::of);
  }

  private static StreamState of(Row row) {
    return new StreamState(
        row.optional(0).orElse("nothing"),
        row.optional(1).filter("View"::equalsIgnoreCase).isPresent(),
        Boolean.parseBoolean(row.text(2)),
        row.optional(3).orElse("unknown"),
        row.optional(4).map(Boolean::parseBoolean).orElse(true));
  }
}
