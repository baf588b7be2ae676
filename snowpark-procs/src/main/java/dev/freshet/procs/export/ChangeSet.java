package dev.freshet.procs.export;

import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import java.time.Instant;
import java.util.Optional;

/**
 * What the log says of a change set.
 *
 * @param kind why it exists
 * @param createdAt when it was taken
 * @param queryId the statement that took its rows
 */
record ChangeSet(
    long sequence,
    Manifest.Kind kind,
    Version version,
    Instant createdAt,
    Manifest.Rows rows,
    Optional<Manifest.EventTime> eventTime,
    int lanes,
    long lanesSince,
    String queryId) {

  /** The rows that its parts must have. */
  long publishedRows() {
    return rows.upserts() + rows.deletes();
  }
}
