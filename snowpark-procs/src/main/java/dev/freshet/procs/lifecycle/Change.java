package dev.freshet.procs.lifecycle;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.procs.drift.DriftCheck;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.VersionState;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * Changes the version in force: HEAD, VERSION_STATES and AUDIT_LOG in one transaction, so that they
 * always agree; the source is noted with them as right for that version.
 */
final class Change {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final VersionStates states;
  private final HeadInForce head;
  private final AuditLog audit;

  Change(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.states = new VersionStates(warehouse, schema.app(), schema.contract());
    this.head = new HeadInForce(warehouse, schema);
    this.audit = new AuditLog(warehouse, schema.app());
  }

  /**
   * Puts a version in force; the one that was is retired.
   *
   * @param seen HEAD as it was when the change was decided
   * @param decided the history that it was decided by
   * @param next the version to put in force
   * @param action for the audit: {@code promote} or {@code rollback}
   * @param by names this call; never used before
   * @param alongside what is written in the same transaction
   * @throws SomebodyElse if another version was put in force or staged since, the contract ended,
   *     or somebody holds HEAD
   */
  void to(
      HeadInForce.Seen seen,
      History decided,
      Contract next,
      String action,
      String reason,
      String by,
      Runnable alongside) {
    inHead(
        () -> {
          head.change(seen, next, by);
          require(states.history().equals(decided));
          seen.version()
              .ifPresent(
                  old -> states.add(old, VersionState.RETIRED, action + " to " + next.version()));
          states.add(next.version(), VersionState.ACTIVE, reason);
          new DriftCheck(warehouse, schema).note(next);
          audit.write(action, schema.contract(), Optional.of(next.version()), reason);
          alongside.run();
        });
  }

  /** Retires every version of a contract that never was in force. */
  void endOfUnpublished(HeadInForce.Seen seen, String reason, String by) {
    inHead(
        () -> {
          head.hold(seen, by);
          writeEnd(seen.version(), reason);
        });
  }

  /**
   * Retires every version, also one that was staged a moment ago; for a transaction that holds HEAD
   * already.
   *
   * @throws SomebodyElse if another version is in force, or the contract has ended
   */
  void writeEnd(Optional<Version> inForce, String reason) {
    History history = states.history();
    require(!history.isRetired() && history.inForce().equals(inForce));
    for (Version version : history.states().keySet()) {
      if (!history.of(version).equals(Optional.of(VersionState.RETIRED))) {
        states.add(version, VersionState.RETIRED, reason);
      }
    }
    audit.write("retire", schema.contract(), history.inForce(), reason);
  }

  private void require(boolean asDecided) {
    if (!asDecided) {
      throw new SomebodyElse(schema.contract());
    }
  }

  /** A lock that is refused means the same as a row that moved: somebody is at work. */
  private void inHead(Runnable work) {
    try {
      Transaction.in(
          warehouse,
          () -> {
            work.run();
            return schema;
          });
    } catch (WarehouseException e) {
      if (e.lockRefused()) {
        throw new SomebodyElse(schema.contract());
      }
      throw e;
    }
  }
}
