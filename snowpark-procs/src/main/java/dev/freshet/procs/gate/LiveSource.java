package dev.freshet.procs.gate;

import dev.freshet.contract.Contract;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/** Whether the source still has the columns a version needs, without a look at its rows. */
public final class LiveSource {
  private LiveSource() {}

  /** What does not fit. */
  public static List<GateFinding> columns(Warehouse warehouse, Contract contract) {
    return SourceCheck.of(contract, SourceColumns.of(warehouse, contract.source()));
  }
}
