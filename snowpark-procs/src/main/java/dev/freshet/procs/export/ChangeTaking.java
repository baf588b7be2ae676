package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Rule;
import dev.freshet.contract.ViolationPolicy;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.shape.Memory;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Map;

/**
 * Moves what the stream holds into the outbox and the log, in one transaction without DDL: either
 * all of it happened and the stream's offset moved, or none did.
 */
final class ChangeTaking {
  private static final int SHOWN_KEYS = 5;

  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final ChangeLog log;
  private final SourceStream stream;
  private final Rewrites rewrites;

  ChangeTaking(
      Warehouse warehouse, ContractSchema schema, HeadTable heads, ChangeLog log, SourceStream s) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
    this.log = log;
    this.stream = s;
    this.rewrites = new Rewrites(warehouse, schema);
  }

  /**
   * Takes the changes as the next change set.
   *
   * @return what was taken; nothing of it is published if no row was staged
   * @throws Halt if a row breaks a rule that halts, or the stream was read by somebody else
   */
  Counts take(Contract contract, HeadRow head) {
    stream.requireOurs(head);
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
    // The stream shows the same rows to every statement of a transaction; what else the counts go
    // by, the next statement changes.
    Counts counts = Counts.of(warehouse.rows(shape.counts(memory)));
    String facts = shape.facts(sequence, head.run(), memory);
    long inserted = warehouse.change(new Destinations(schema, contract).ofChanges(facts));
    String queryId = warehouse.lastQueryId();
    requireSame(inserted, counts);
    requireNoHaltingRule(contract, head.run(), counts);
    RejectedShare.require(
        warehouse, schema.app(), contract, counts, () -> keys(head.run(), "TRUE"));
    rewrites.require(contract, head.run());
    if (counts.published() > 0) {
      heads.write(head.run(), "SEQUENCE = " + sequence);
      log.changeSet(contract, head, Manifest.Kind.CHANGES, sequence, counts, queryId);
      new Outbox(warehouse, schema, heads).request(sequence, head.run());
    } else if (!counts.nothing()) {
      log.nothingPublished(contract, head, counts, queryId);
    }
    return counts;
  }

  private void requireSame(long inserted, Counts counts) {
    if (inserted != counts.written()) {
      throw new ExportFailed(
          "Taking the changes of contract "
              + schema.contract()
              + ": "
              + inserted
              + " rows were written, but the stream has "
              + counts.written()
              + " to write. Nothing was taken; if this repeats, a function in the contract gives"
              + " another answer each time");
    }
  }

  private void requireNoHaltingRule(Contract contract, String run, Counts counts) {
    for (Map.Entry<Rule, Long> broken : counts.broken().entrySet()) {
      if (contract.onViolation().of(broken.getKey()) == ViolationPolicy.Action.HALT) {
        String rule = broken.getKey().word();
        throw new Halt(
            HaltReason.of(broken.getKey()),
            broken.getValue(),
            keys(run, "RULE = " + Sql.literal(rule)),
            broken.getValue() + " rows of " + contract.source() + " break the rule " + rule);
      }
    }
  }

  private List<String> keys(String run, String condition) {
    return warehouse
        .rows(
            "SELECT KEY_TEXT FROM "
                + schema.app().rejections()
                + " WHERE RUN = "
                + Sql.literal(run)
                + " AND "
                + condition
                + " AND KEY_TEXT IS NOT NULL LIMIT "
                + SHOWN_KEYS)
        .stream()
        .map((Row row) -> row.text(0))
        .toList();
  }
}
