package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ViolationPolicy;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.shape.Memory;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/** Looks at the rows that wait in the stream without taking them: a query never moves a stream. */
final class RowCheck {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  RowCheck(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /**
   * @throws Halt if a row would break a rule that halts, or too many would be rejected
   */
  void require(Contract contract, HeadRow head) {
    Shape shape = new Shape(contract, schema.sourceStream());
    Memory memory = new Memory(schema.keys(), schema.app().openRejections(), head.attempt() + 1);
    Counts counts = Counts.of(warehouse.rows(shape.counts(memory)));
    requireNoHaltingRule(contract, counts);
    RejectedShare.require(warehouse, schema.app(), contract, counts, List::of);
  }

  private static void requireNoHaltingRule(Contract contract, Counts counts) {
    counts.broken().entrySet().stream()
        .filter(e -> contract.onViolation().of(e.getKey()) == ViolationPolicy.Action.HALT)
        .findFirst()
        .ifPresent(
            e -> {
              throw new Halt(
                  HaltReason.of(e.getKey()),
                  e.getValue()
                      + " rows of "
                      + contract.source()
                      + " still break the rule "
                      + e.getKey().word());
            });
  }
}
