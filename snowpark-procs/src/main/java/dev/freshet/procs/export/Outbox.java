package dev.freshet.procs.export;

import dev.freshet.procs.request.Requests;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;

/** Clears what announced change sets leave behind: their rows, and the requests to the task. */
final class Outbox {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;

  Outbox(Warehouse warehouse, ContractSchema schema, HeadTable heads) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
  }

  /** Asks the task to announce a change set, should this run not come to it. */
  void request(long sequence, String run) {
    warehouse.change(
        "INSERT INTO "
            + schema.todo()
            + " (SEQUENCE, RUN) SELECT "
            + sequence
            + ", "
            + Sql.literal(run));
  }

  /**
   * Whether the task is asked for anything: as long as a change set leaves something behind, its
   * row in TODO is there. The answer is never a false no (functions/system_stream_has_data).
   */
  boolean isAwaited() {
    return Boolean.parseBoolean(
        warehouse
            .rows("SELECT SYSTEM$STREAM_HAS_DATA(" + Sql.literal(schema.todoStream()) + ")")
            .get(0)
            .text(0));
  }

  /** Removes the rows of change sets whose manifest stands on the stage. */
  void clear(HeadRow head) {
    warehouse.change(
        "DELETE FROM " + schema.staged() + " WHERE \"__sequence\" <= " + head.written());
  }

  /**
   * Takes note that the task's work is done, if everything is announced and no request is open: a
   * request keeps the task awake until its last step. HEAD is locked meanwhile: no run can add to
   * TODO between the question and the answer.
   */
  void serveRequests(HeadRow head) {
    Transaction.in(
        warehouse,
        () -> {
          heads.write(head.run(), "WRITTEN = WRITTEN", "WRITTEN = SEQUENCE");
          if (new Requests(warehouse, schema).awaited() > 0) {
            return 0L;
          }
          return warehouse.change(
              "INSERT INTO "
                  + schema.todoDone()
                  + " (SEQUENCE, RUN, REQUESTED_AT) SELECT SEQUENCE, RUN, REQUESTED_AT FROM "
                  + schema.todoStream());
        });
  }
}
