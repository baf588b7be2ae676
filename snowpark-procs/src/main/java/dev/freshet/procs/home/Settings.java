package dev.freshet.procs.home;

import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.Duration;
import java.util.Optional;

/**
 * What the deployment chose for all contracts.
 *
 * @param taskWarehouse the warehouse of the tasks; empty for serverless
 * @param taskLatency the latency of contracts that promise none
 * @param errorIntegration the notification integration that is told of failed runs; empty for none
 * @param rehearsalRows how many rows a rehearsal publishes at most
 * @param chunkRows about how many rows of the source a chunk of a snapshot takes
 * @param laneFolderRows so many rows and more of a change set get a folder for each lane
 * @param bucketRows more rows of a change set than this get buckets, none of them larger than this
 */
public record Settings(
    Optional<String> taskWarehouse,
    Duration taskLatency,
    Optional<String> errorIntegration,
    int rehearsalRows,
    long chunkRows,
    long laneFolderRows,
    long bucketRows) {

  public static Settings read(Warehouse warehouse, AppSchema app) {
    String columns =
        "TASK_WAREHOUSE, TASK_LATENCY_SECONDS, TASK_ERROR_INTEGRATION, REHEARSAL_ROWS, CHUNK_ROWS,"
            + " LANE_FOLDER_ROWS, BUCKET_ROWS";
    Row row = warehouse.rows("SELECT " + columns + " FROM " + app.settings()).get(0);
    return new Settings(
        named(row, 0),
        Duration.ofSeconds(row.whole(1)),
        named(row, 2),
        Integer.parseInt(row.text(3)),
        row.whole(4),
        row.whole(5),
        row.whole(6));
  }

  private static Optional<String> named(Row row, int column) {
    return row.optional(column).filter(name -> !name.isEmpty());
  }
}
