package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.RequestState;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;

/** Declares that events are missing: a change set of kind rebaseline without rows. */
final class GapTaking {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final ChangeLog log;

  GapTaking(Warehouse warehouse, ContractSchema schema, HeadTable heads, ChangeLog log) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
    this.log = log;
  }

  /** Takes the change set, and ends the request. */
  Counts take(Contract contract, HeadRow head, OpenRequest open) {
    long sequence = head.sequence() + 1;
    return Transaction.in(
        warehouse,
        () -> {
          heads.write(head.run(), "SEQUENCE = " + sequence);
          String queryId = warehouse.lastQueryId();
          log.changeSet(contract, head, Manifest.Kind.REBASELINE, sequence, Counts.NONE, queryId);
          new Outbox(warehouse, schema, heads).request(sequence, head.run());
          new Requests(warehouse, schema)
              .add(open.end(RequestState.DONE, "change set " + sequence + " declares the gap"));
          return Counts.NONE;
        });
  }
}
