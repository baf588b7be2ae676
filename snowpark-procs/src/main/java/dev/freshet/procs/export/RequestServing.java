package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.RebaselineOptions;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * Serves requests inside runs, one step in each, so that changes go on between the chunks of a long
 * snapshot.
 */
final class RequestServing {
  private final Requests requests;
  private final ChunkTaking chunks;
  private final GapTaking gaps;

  RequestServing(Warehouse warehouse, ContractSchema schema, ChunkTaking chunks, GapTaking gaps) {
    this.requests = new Requests(warehouse, schema);
    this.chunks = chunks;
    this.gaps = gaps;
  }

  /** The request that is to be served next, if there is one. */
  Optional<OpenRequest> next() {
    return requests.next();
  }

  /**
   * Whether no change may be published before the request is served to its end: an older event must
   * not follow a newer one, and a rebaseline has to learn the rows before it can tell their
   * changes.
   */
  static boolean holdsChangesBack(Contract contract, OpenRequest open) {
    return contract.kind() == Contract.Kind.EVENT || open.isRebaseline();
  }

  /**
   * @throws ExportFailed if the last changes of a contract could not be taken now
   */
  void requireNothingHeldBack(Contract contract) {
    next()
        .filter(open -> holdsChangesBack(contract, open))
        .ifPresent(
            open -> {
              throw new ExportFailed(
                  "Ending contract "
                      + contract.id()
                      + ": request "
                      + open.request().id()
                      + " is open, and no change is taken before its last range. Nothing was"
                      + " changed; DESCRIBE_CONTRACT shows how far it is");
            });
  }

  /**
   * @throws ExportFailed if events cannot be released now: a chunk that came to one of them later
   *     would publish it once more
   */
  static void requireNoEvents(Contract contract, OpenRequest open) {
    if (contract.kind() == Contract.Kind.EVENT) {
      throw new ExportFailed(
          "Releasing rejections of contract "
              + contract.id()
              + ": request "
              + open.request().id()
              + " is open, and judges rejected events anew itself. Nothing was released; call again"
              + " when it is done");
    }
  }

  /**
   * Serves one step.
   *
   * @return what was taken
   */
  Counts serve(Contract contract, HeadRow head, OpenRequest open) {
    if (open.isRebaseline() && RebaselineOptions.isGap(open.request())) {
      return gaps.take(contract, head, open);
    }
    if (isTooLate(contract, head, open)) {
      chunks.end(head, open, tooLate(head));
      return Counts.NONE;
    }
    return chunks.take(contract, head, open);
  }

  /** A rebaseline has said that events may come late. */
  private static boolean isTooLate(Contract contract, HeadRow head, OpenRequest open) {
    return contract.kind() == Contract.Kind.EVENT
        && !open.isRebaseline()
        && open.steps() == 0
        && head.sequence() > 0;
  }

  /** Why events take no snapshot any more. */
  static String tooLate(HeadRow head) {
    return "events of "
        + head.contract()
        + " were published already: a snapshot would publish them again, or older ones after"
        + " newer ones. Ask for it before the first promotion";
  }
}
