package dev.freshet.procs.watch;

import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/**
 * Looks at the streams of all contracts at once and writes down until when each keeps its changes.
 * Looking reads no stream and moves none. Three statements, however many contracts there are.
 */
final class StreamWatch {
  private final Warehouse warehouse;
  private final AppSchema app;

  StreamWatch(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /** Looks, and tells of all contracts that are not retired. */
  List<WatchedStream> look() {
    warehouse.run("SHOW STREAMS LIKE 'SOURCE_STREAM' IN DATABASE " + app.database());
    warehouse.change(note(warehouse.lastQueryId()));
    return warehouse
        .rows(
            "SELECT CONTRACT, STATE,"
                + " TO_VARCHAR(STALE_AFTER, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), HOURS_LEFT FROM "
                + app.streamHealth()
                + " WHERE CONTRACT IN ("
                + alive()
                + ") ORDER BY CONTRACT")
        .stream()
        .map(WatchedStream::of)
        .toList();
  }

  /** A contract's schema is named after it: ContractSchema has the rule. */
  private String note(String shown) {
    return "INSERT INTO "
        + app.streamChecks()
        + " (CONTRACT, STALE, STALE_AFTER) SELECT c.CONTRACT, s.STALE, s.STALE_AFTER FROM ("
        + alive()
        + ") AS c LEFT JOIN (SELECT \"schema_name\" AS NAME, TO_VARCHAR(\"stale\") AS STALE,"
        + " CONVERT_TIMEZONE('UTC', \"stale_after\")::TIMESTAMP_NTZ AS STALE_AFTER"
        + " FROM TABLE(RESULT_SCAN("
        + Sql.literal(shown)
        + "))) AS s ON s.NAME = UPPER(REPLACE(c.CONTRACT, '.', '__'))";
  }

  private String alive() {
    return "SELECT DISTINCT v.CONTRACT FROM (SELECT CONTRACT, STATE FROM "
        + app.versionStates()
        + " QUALIFY ROW_NUMBER() OVER (PARTITION BY CONTRACT, VERSION ORDER BY CHANGED_AT DESC)"
        + " = 1) AS v WHERE v.STATE <> 'retired'";
  }
}
