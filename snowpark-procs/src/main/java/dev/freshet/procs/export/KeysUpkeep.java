package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.shape.KnownKeys;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * Keeps KEYS from growing beyond its keys: every now and then a run removes what newer rows have
 * replaced, and keys that are gone. It may happen beside another run: what is removed counted no
 * longer.
 */
final class KeysUpkeep {
  /** Counting reads one column of KEYS whole, so not every run does it. */
  static final long EVERY_ATTEMPTS = 100;

  private static final long FEW_ROWS = 1000;

  private final Warehouse warehouse;
  private final ContractSchema schema;

  KeysUpkeep(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Removes superseded rows if there are more of them than of others. */
  void tidy(Contract contract, HeadRow head) {
    if (contract.kind() == Contract.Kind.STATE
        && head.attempt() % EVERY_ATTEMPTS == 0
        && hasGrown()) {
      warehouse.change(new KnownKeys(contract, schema.keys()).removeSuperseded());
    }
  }

  private boolean hasGrown() {
    Row counts =
        warehouse.rows("SELECT COUNT(*), COUNT(DISTINCT KEY_TEXT) FROM " + schema.keys()).get(0);
    return counts.whole(0) > 2 * counts.whole(1) + FEW_ROWS;
  }
}
