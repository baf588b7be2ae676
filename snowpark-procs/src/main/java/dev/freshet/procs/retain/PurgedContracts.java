package dev.freshet.procs.retain;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;

/**
 * The contracts that a purge looks at, each by the version in force; one that has ended, or has not
 * begun, by the version registered last.
 */
record PurgedContracts(Warehouse warehouse, AppSchema app) {

  List<Contract> of(PurgeOptions options) {
    return options.contract().map(List::of).orElseGet(this::all).stream().map(this::read).toList();
  }

  private List<ContractId> all() {
    return warehouse
        .rows("SELECT DISTINCT CONTRACT FROM " + app.versionStates() + " ORDER BY CONTRACT")
        .stream()
        .map(row -> ContractId.parse(row.text(0)))
        .toList();
  }

  private Contract read(ContractId id) {
    History history = new VersionStates(warehouse, app, id).history();
    List<Version> registered = new ArrayList<>(history.states().keySet());
    if (registered.isEmpty()) {
      throw new IllegalArgumentException("Purging contract " + id + ": no version is registered");
    }
    Version version = history.inForce().orElse(registered.get(registered.size() - 1));
    return new ContractTexts(warehouse, app).read(id, version);
  }
}
