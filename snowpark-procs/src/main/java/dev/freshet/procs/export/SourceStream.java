package dev.freshet.procs.export;

import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * Watches that nobody but us reads the stream with a DML: what they read, we would never see. A
 * stream on a view does not tell where it stands
 * (sql-reference/functions/system_stream_get_table_timestamp): there grants alone keep others off,
 * and HEAD's SOURCE_VERSION stays unknown.
 */
final class SourceStream {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private Optional<StreamState> seen = Optional.empty();

  SourceStream(Warehouse warehouse, ContractSchema schema, HeadTable heads) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
  }

  /** What SHOW STREAMS says of it now; empty if it is gone. */
  Optional<StreamState> look() {
    seen = StreamState.read(warehouse, schema);
    return seen;
  }

  /**
   * @throws Halt if the stream stands elsewhere than our last run left it
   */
  void requireOurs(HeadRow head) {
    if (head.sourceVersion().isPresent() && !head.sourceVersion().equals(version())) {
      throw new Halt(
          HaltReason.FOREIGN_CONSUMER,
          "the stream "
              + schema.sourceStream()
              + " stands elsewhere than the last run left it: somebody else read it in a DML, or"
              + " it was made anew, so changes are missing");
    }
  }

  /** Notes where our reading left the stream; a run that was overtaken notes nothing. */
  void noteVersion(String run) {
    heads.write(run, "SOURCE_VERSION = " + Sql.literal(version()));
  }

  /**
   * When the table came to be what the stream has told of it: nanoseconds since 1970; empty for a
   * stream on a view.
   */
  Optional<String> version() {
    if (onView()) {
      return Optional.empty();
    }
    return warehouse
        .rows(
            "SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP(" + Sql.literal(schema.sourceStream()) + ")")
        .get(0)
        .optional(0);
  }

  private boolean onView() {
    return seen.or(this::look).filter(StreamState::onView).isPresent();
  }
}
