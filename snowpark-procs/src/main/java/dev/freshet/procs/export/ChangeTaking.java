package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.shape.Memory;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * Moves what the stream holds into the outbox and the log, in one transaction without DDL: either
 * all of it happened and the stream's offset moved, or none did.
 */
final class ChangeTaking {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final ChangeLog log;
  private final SourceStream stream;
  private final FactTaking facts;
  private final Rewrites rewrites;

  ChangeTaking(
      Warehouse warehouse, ContractSchema schema, HeadTable heads, ChangeLog log, SourceStream s) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
    this.log = log;
    this.stream = s;
    this.facts = new FactTaking(warehouse, schema);
    this.rewrites = new Rewrites(warehouse, schema);
  }

  /**
   * Takes the changes as the next change set.
   *
   * @return what was taken; nothing of it is published if no row was staged
   * @throws Halt if a row breaks a rule that halts, or the stream was read by somebody else
   */
  Counts take(Contract contract, HeadRow head) {
    Counts counts = Transaction.in(warehouse, () -> move(contract, head));
    stream.noteVersion(head.run());
    return counts;
  }

  private Counts move(Contract contract, HeadRow head) {
    // Locks HEAD to the end, so that a run that took over cannot commit beside this one.
    heads.write(head.run(), "SOURCE_VERSION = NULL");
    Shape shape = new Shape(contract, schema.sourceStream());
    long sequence = head.sequence() + 1;
    Memory memory = new Memory(schema.keys(), schema.app().openRejections(), head.attempt());
    // The stream shows the same rows to every statement of a transaction. Somebody else who reads
    // it away before the first look is found by where it stands; one who comes later takes nothing
    // from us, or the second statement does not write what the first one counted.
    FactTaking.Taken taken =
        facts.take(
            contract,
            head.run(),
            shape.counts(memory),
            shape.facts(sequence, head.run(), memory),
            () -> stream.requireOurs(head));
    Counts counts = taken.counts();
    rewrites.require(contract, head.run());
    if (counts.published() > 0) {
      heads.write(head.run(), "SEQUENCE = " + sequence);
      log.changeSet(contract, head, Manifest.Kind.CHANGES, sequence, counts, taken.queryId());
      new Outbox(warehouse, schema, heads).request(sequence, head.run());
    } else if (!counts.nothing()) {
      log.nothingPublished(contract, head, Manifest.Kind.CHANGES, counts, taken.queryId());
    }
    return counts;
  }
}
