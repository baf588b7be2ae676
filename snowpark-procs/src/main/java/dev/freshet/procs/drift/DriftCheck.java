package dev.freshet.procs.drift;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.Problem;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.source.SeenColumn;
import dev.freshet.procs.source.Source;
import dev.freshet.procs.source.SourceNotes;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a contract's source before anything is taken from it. Three statements, all answered
 * from metadata: columns, policies and the last note; looking at the stream takes three more. A
 * task whose streams have no data does not run, so a quiet source costs none of them.
 */
public final class DriftCheck {
  private final Warehouse warehouse;
  private final SourceNotes notes;

  public DriftCheck(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.notes = new SourceNotes(warehouse, schema);
  }

  /**
   * Takes the source as it is for right if nobody has noted it yet.
   *
   * @param stream the contract's stream as it is now; empty if it is gone
   * @throws Halt if the source is not what it was
   */
  public void require(Contract contract, Optional<StreamState> stream) {
    Source now = Source.read(warehouse, contract.source());
    Optional<Source> noted = notes.last();
    // One halt names one reason; RESUME_CONTRACT lists what else is wrong.
    Optional<Drift> first = find(contract, noted.orElse(now), now, stream).stream().findFirst();
    if (first.isPresent()) {
      throw first.get().halt();
    }
    if (noted.isEmpty()) {
      notes.note(now);
    }
  }

  /**
   * All that stands against going on; policies that are there stand against it only if the contract
   * refuses any.
   *
   * @param stream the contract's stream as it is now; empty if it is gone
   */
  public List<Drift> standing(Contract contract, Optional<StreamState> stream) {
    Source now = Source.read(warehouse, contract.source());
    List<SeenColumn> columns = notes.last().orElse(now).columns();
    return find(contract, new Source(columns, now.policies()), now, stream);
  }

  /**
   * What is wrong with source and stream as such; columns and policies are not looked at.
   *
   * @param stream the contract's stream as it is now; empty if it is gone
   */
  public Optional<Drift> ofStream(Contract contract, Optional<StreamState> stream) {
    Source now = Source.read(warehouse, contract.source());
    return new StreamDrift(contract.source(), now, stream).find();
  }

  /**
   * Refuses a source whose policies the contract does not take, before a version is put in force.
   *
   * @throws ContractException if it has some
   */
  public void requirePolicies(Contract contract) {
    Source now = Source.read(warehouse, contract.source());
    new PolicyDrift(contract, now, now)
        .find()
        .ifPresent(
            drift -> {
              throw new ContractException(
                  contract.id().toString(),
                  List.of(
                      new Problem(
                          "freshet.policies", drift.found() + ". " + drift.reason().wayOut())));
            });
  }

  /** Takes the source for right as it is now: a version was put in force, or somebody resumed. */
  public void note(Contract contract) {
    notes.note(Source.read(warehouse, contract.source()));
  }

  private List<Drift> find(
      Contract contract, Source noted, Source now, Optional<StreamState> stream) {
    List<Drift> all = new ArrayList<>();
    new StreamDrift(contract.source(), now, stream).find().ifPresent(all::add);
    if (!now.columns().isEmpty()) {
      all.addAll(new ColumnDrift(contract, noted, now).find());
      new PolicyDrift(contract, noted, now).find().ifPresent(all::add);
    }
    return all;
  }
}
