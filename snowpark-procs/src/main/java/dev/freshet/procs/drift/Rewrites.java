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
 * <p>Rows that were set aside may be repaired or deleted: nobody has seen them. One that is deleted
 * has nothing left to release, so its rejection is closed here: by then another event may stand
 * under its identity, which was published long ago.
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
   * Consumes the second stream, inside the transaction that takes the events and after they are set
   * aside: counts in REWRITES what it showed, and closes the rejections of rows that are gone.
   * Nothing for a state contract. The caller rolls back on a halt, and the stream stays where it
   * was.
   *
   * @throws Halt if a row was updated or deleted, and the contract does not take that
   */
  public void require(Contract contract, String run) {
    if (contract.kind() != Contract.Kind.EVENT || consume(run) == 0) {
      return;
    }
    long rows = rewritten(run);
    if (rows == 0 || contract.rewrites() == Contract.Rewrites.ACCEPT) {
      return;
    }
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
        "INSERT ALL\n  WHEN \"rewritten\" IS NOT NULL THEN INTO "
            + schema.rewrites()
            + " (RUN, REWRITTEN) VALUES (\"run\", \"rewritten\")\n  WHEN \"row\" IS NOT NULL THEN INTO "
            + schema.app().releases()
            + " (CONTRACT, IDENTITY_TEXT, ATTEMPT, RUN, OUTCOME, REASON, ROW_ID)"
            + " VALUES (\"contract\", \"identity\", \"attempt\", \"run\", \"outcome\", \"reason\","
            + " \"row\")\nSELECT * FROM (\n"
            + counted(run)
            + "\nUNION ALL\n"
            + gone(run)
            + "\n)");
  }

  /** What was rewritten, if anything; after a resume a row in any case, which ends its meaning. */
  private String counted(String run) {
    return "SELECT "
        + Sql.literal(run)
        + " AS \"run\", COUNT(*) AS \"rewritten\", NULL AS \"contract\", NULL AS \"identity\","
        + " NULL AS \"attempt\", NULL AS \"outcome\", NULL AS \"reason\", NULL AS \"row\" FROM "
        + schema.rewriteStream()
        + " WHERE METADATA$ACTION = 'DELETE' AND METADATA$ROW_ID NOT IN ("
        + setAside()
        + ") HAVING COUNT(*) > 0 OR "
        + isResumed();
  }

  /**
   * Rows that were set aside and are deleted. One that came and went between two runs is in the
   * append-only stream alone; that tells something only if both streams begin at one place, which
   * they do not in the first run after a resume.
   */
  private String gone(String run) {
    return "SELECT "
        + Sql.literal(run)
        + ", NULL, o.CONTRACT, o.IDENTITY_TEXT, o.ATTEMPT, 'superseded', 'the row is gone', o.ROW_ID"
        + " FROM "
        + schema.app().openRejections()
        + " AS o LEFT JOIN "
        + schema.rewriteStream()
        + " AS s ON s.METADATA$ROW_ID = o.ROW_ID WHERE o.CONTRACT = "
        + Sql.literal(schema.contract().toString())
        + " AND o.ROW_ID IS NOT NULL AND o.IDENTITY_TEXT IS NOT NULL"
        + " AND ((s.METADATA$ACTION = 'DELETE' AND NOT s.METADATA$ISUPDATE)"
        + " OR (s.METADATA$ROW_ID IS NULL AND o.RUN = "
        + Sql.literal(run)
        + " AND NOT "
        + isResumed()
        + "))";
  }

  /** Whether the last that consumed the stream was a resume, in which no events were taken. */
  private String isResumed() {
    String last = "(SELECT MAX(FOUND_AT) FROM " + schema.rewrites();
    return "COALESCE(" + last + " WHERE RUN LIKE 'resume %') >= " + last + "), FALSE)";
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
        .rows(
            "SELECT COALESCE(SUM(REWRITTEN), 0) FROM "
                + schema.rewrites()
                + " WHERE RUN = "
                + Sql.literal(run))
        .get(0)
        .whole(0);
  }
}
