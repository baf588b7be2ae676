package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.Sql;

/**
 * A source as of one time, and what its stream will show of it up to then. The time is one literal,
 * so that both mean the same rows (sql-reference/constructs/at-before, constructs/changes).
 *
 * @param stream the stream's full name
 * @param time an ISO 8601 text with an offset, whole milliseconds
 */
public record AsOf(Contract contract, String stream, String time) {

  /** The rows that stood at that time. */
  String standing() {
    return Sql.source(contract.source()) + " AT(TIMESTAMP => " + instant() + ")";
  }

  /** What the stream will show to the next run, as far as it had happened at that time. */
  String changes() {
    return changes(contract.kind() == Contract.Kind.STATE ? "DEFAULT" : "APPEND_ONLY", stream);
  }

  /** What another stream on the source, a standard one, will show. */
  String allChanges(String other) {
    return changes("DEFAULT", other);
  }

  private String changes(String information, String from) {
    return Sql.source(contract.source())
        + " CHANGES(INFORMATION => "
        + information
        + ") AT(STREAM => "
        + Sql.literal(from)
        + ") END(TIMESTAMP => "
        + instant()
        + ")";
  }

  /**
   * A query that needs what a chunk needs and costs little: it fails if the source cannot be read
   * so, or the condition names a column that it has not.
   */
  public String probe(String condition) {
    return "SELECT COUNT(*) FROM (SELECT 1 AS ONE FROM "
        + changes()
        + " WHERE "
        + condition
        + " LIMIT 1)";
  }

  private String instant() {
    return Sql.literal(time) + "::TIMESTAMP_TZ";
  }
}
