package dev.freshet.procs.drift;

import dev.freshet.contract.Contract;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds rows of an event contract's source that were updated or deleted, which its append-only
 * stream does not show. A second, standard stream beside it does: deletes, and the before-images of
 * updates. {@code CHANGES} could tell the same without a stream, but fails beyond the table's Time
 * Travel (sql-reference/constructs/changes), where a stream goes on.
 *
 * <p>Rows that were set aside may be repaired or deleted: nobody has seen them.
 *
 * <p>Not seen: a row that was inserted and then updated or deleted before a run saw it.
 */
public final class Rewrites {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  public Rewrites(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** What an event contract has for this; each statement may be run again. */
  public static List<String> objects(Contract contract, ContractSchema schema, SourceKind source) {
    return stream(contract, schema).stream()
        .flatMap(
            stream ->
                Stream.of(
                    "CREATE TABLE IF NOT EXISTS "
                        + schema.rewrites()
                        + " (RUN VARCHAR NOT NULL, REWRITTEN NUMBER(19,0) NOT NULL,"
                        + " FOUND_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE())",
                    "CREATE STREAM IF NOT EXISTS "
                        + stream
                        + " "
                        + source.standardOn(contract.source())))
        .toList();
  }

  /** The second stream, which wakes the task too: a delete is told though nothing was inserted. */
  public static Optional<String> stream(Contract contract, ContractSchema schema) {
    return schema.rewriteStream(contract);
  }

  /**
   * Consumes the second stream, inside the transaction that takes the events, and counts in
   * REWRITES what it showed; nothing for a state contract. The caller rolls back on a halt, and the
   * stream stays where it was.
   *
   * @throws Halt if a row was updated or deleted, and the contract does not take that
   */
  public void require(Contract contract, String run) {
    if (contract.kind() != Contract.Kind.EVENT
        || consume(run) == 0
        || contract.rewrites() == Contract.Rewrites.ACCEPT) {
      return;
    }
    long rows = rewritten(run);
    throw new Halt(
        HaltReason.SOURCE_REWRITTEN,
        rows,
        List.of(),
        rows
            + " rows of "
            + contract.source()
            + " were updated or deleted; its events were published, or wait to be, as they were"
            + " inserted");
  }

  /** Takes what was rewritten so far for known; a state contract has nothing of the kind. */
  public void accept(Contract contract, String resume) {
    if (contract.kind() == Contract.Kind.EVENT) {
      consume(resume);
    }
  }

  private long consume(String run) {
    return warehouse.change(
        "INSERT INTO "
            + schema.rewrites()
            + " (RUN, REWRITTEN) SELECT "
            + Sql.literal(run)
            + ", COUNT(*) FROM "
            + schema.rewriteStream()
            + " WHERE METADATA$ACTION = 'DELETE' AND METADATA$ROW_ID NOT IN ("
            + setAside()
            + ") HAVING COUNT(*) > 0");
  }

  /** Rows that were rejected and not released: they were never published, so may be repaired. */
  private String setAside() {
    return "SELECT r.ROW_ID FROM "
        + schema.app().rejections()
        + " AS r LEFT JOIN "
        + schema.app().releases()
        + " AS c ON c.CONTRACT = r.CONTRACT AND c.IDENTITY_TEXT = r.IDENTITY_TEXT"
        + " AND c.OUTCOME = 'released' WHERE r.CONTRACT = "
        + Sql.literal(schema.contract().toString())
        + " AND r.ROW_ID IS NOT NULL AND c.RUN IS NULL";
  }

  private long rewritten(String run) {
    return warehouse
        .rows("SELECT REWRITTEN FROM " + schema.rewrites() + " WHERE RUN = " + Sql.literal(run))
        .get(0)
        .whole(0);
  }
}
