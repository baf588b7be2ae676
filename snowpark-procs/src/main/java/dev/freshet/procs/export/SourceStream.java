package dev.freshet.procs.export;

import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;

/** Watches that nobody but us reads the stream with a DML: what they read, we would never see. */
final class SourceStream {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;

  SourceStream(Warehouse warehouse, ContractSchema schema, HeadTable heads) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
  }

  /**
   * @throws Halt if the stream stands elsewhere than our last run left it
   */
  void requireOurs(HeadRow head) {
    if (head.sourceVersion().isPresent() && !head.sourceVersion().get().equals(version())) {
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

  /** When the table came to be what the stream has told of it: nanoseconds since 1970. */
  String version() {
    return warehouse
        .rows(
            "SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP(" + Sql.literal(schema.sourceStream()) + ")")
        .get(0)
        .text(0);
  }
}
