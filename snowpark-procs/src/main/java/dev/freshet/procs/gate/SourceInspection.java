package dev.freshet.procs.gate;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.procs.drift.DriftCheck;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the live source: may it be read, can a stream be made on it, do its columns fit, and do
 * the rows it has now keep the rules. Each step is taken only if those before it were passed.
 */
final class SourceInspection {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final Contract contract;
  private final SourceGrants statements;
  private final List<GateFinding> findings = new ArrayList<>();
  private final List<String> grants = new ArrayList<>();
  private Optional<Long> rows = Optional.empty();

  SourceInspection(Warehouse warehouse, ContractSchema schema, Contract contract) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.contract = contract;
    this.statements = SourceGrants.of(warehouse, contract.source());
  }

  List<GateFinding> findings() {
    return findings;
  }

  List<String> grants() {
    return grants;
  }

  Optional<Long> rows() {
    return rows;
  }

  void inspect() {
    Optional<SourceColumns> columns = columns();
    if (columns.isEmpty()) {
      unreadable();
      return;
    }
    findings.addAll(SourceCheck.of(contract, columns.get()));
    streamable();
    policies();
    if (findings.stream().noneMatch(GateFinding::refuses)) {
      SourceRows found = SourceRows.of(warehouse, contract, columns.get());
      rows = Optional.of(found.count());
      findings.addAll(found.findings());
    }
  }

  /** Empty if there is nothing of that name, or nothing that our role may see. */
  private Optional<SourceColumns> columns() {
    try {
      SourceColumns columns = SourceColumns.of(warehouse, contract.source());
      warehouse.run(SourceGrants.read(contract.source()));
      return Optional.of(columns).filter(c -> !c.all().isEmpty());
    } catch (WarehouseException e) {
      return Optional.empty();
    }
  }

  private void unreadable() {
    grants.addAll(statements.toRead());
    findings.add(
        GateFinding.ofSource(
            "source-unreadable",
            "freshet.source",
            contract.source()
                + " does not exist, or "
                + statements.role()
                + ", which owns the procedures, may not read it. If it exists, its owner must run"
                + " the statements under grants (ON VIEW or ON DYNAMIC TABLE, if it is one)"));
  }

  private void policies() {
    try {
      new DriftCheck(warehouse, schema).requirePolicies(contract);
    } catch (ContractException e) {
      e.problems()
          .forEach(p -> findings.add(GateFinding.ofSource("policies", p.where(), p.what())));
    }
  }

  private void streamable() {
    StreamCheck check = new StreamCheck(warehouse, contract, statements);
    check.look();
    findings.addAll(check.findings());
    grants.addAll(check.grants());
  }
}
