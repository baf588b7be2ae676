package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.procs.drift.Drift;
import dev.freshet.procs.drift.DriftCheck;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.halt.StandingHalt;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.pause.Pauses;
import dev.freshet.procs.pause.StandingPause;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a halted contract go on: looks again at everything that can halt one before a row is taken,
 * and writes down who let it go on and why. Nothing else ends a halt. It may be called again: a
 * contract that is not halted only gets its task resumed. A pause ends with it: if the contract is
 * halted as well, only if its halt may end.
 */
final class Resumption {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final HaltLog halts;
  private final Pauses pauses;
  private final DriftCheck drift;

  Resumption(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = new HeadTable(warehouse, schema);
    this.halts = new HaltLog(warehouse, schema);
    this.pauses = new Pauses(warehouse, schema);
    this.drift = new DriftCheck(warehouse, schema);
  }

  /**
   * Resumes.
   *
   * @param resume names this resume; never used before
   * @param reason why the contract may go on
   * @return a JSON object that says what was halted, and how long the stream would have waited
   * @throws ResumeRefused if something still stands against it
   * @throws IllegalArgumentException if no reason is given
   */
  String resume(String resume, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "Resuming contract " + schema.contract() + ": say why it may go on");
    }
    HeadRow head = heads.read();
    StartCheck.requireProtocol(head);
    Contract contract =
        new ContractTexts(warehouse, schema.app()).read(head.contract(), head.requireInForce());
    Optional<StandingHalt> halt = halts.standing();
    if (halt.isPresent()) {
      requireNothingStands(contract, head);
      drift.note(contract);
      Transaction.in(warehouse, () -> record(contract, halt.get(), resume, reason));
    }
    Optional<StandingPause> pause = pauses.standing();
    if (pause.isPresent()) {
      Transaction.in(warehouse, () -> recordPause(contract, resume, reason));
    }
    if (rebaselines()) {
      // A task whose condition asks a lost stream never wakes, and would stop its whole group.
      new ExportRun(warehouse, schema).beginRebaseline(resume);
    }
    new ContractTask(warehouse, schema).start(contract);
    return answer(halt, pause);
  }

  private void requireNothingStands(Contract contract, HeadRow head) {
    List<Halt> standing = new ArrayList<>();
    collect(standing, () -> StartCheck.requirePlace(head, Home.of(warehouse, schema)));
    collect(standing, () -> announcement().requireOurs(head));
    SourceStream stream = new SourceStream(warehouse, schema, heads);
    List<Drift> drifts = drift.standing(contract, stream.look());
    drifts.forEach(found -> standing.add(found.halt()));
    if (drifts.isEmpty()) { // the stream can be read
      collect(standing, () -> stream.requireOurs(head));
      if (!rebaselines()) { // until its end KEYS cannot tell changes
        collect(standing, () -> new RowCheck(warehouse, schema).require(contract, head));
      }
    }
    if (!standing.isEmpty()) {
      throw new ResumeRefused(schema.contract(), standing);
    }
  }

  private boolean rebaselines() {
    return new Requests(warehouse, schema).next().filter(OpenRequest::isRebaseline).isPresent();
  }

  private static void collect(List<Halt> standing, Runnable check) {
    try {
      check.run();
    } catch (Halt halt) {
      standing.add(halt);
    }
  }

  private Announcement announcement() {
    return new Announcement(
        schema,
        heads,
        new StageObjects(warehouse, schema.app()),
        new AnnouncementLog(warehouse, schema));
  }

  private String record(Contract contract, StandingHalt halt, String resume, String reason) {
    // After any other halt nobody has been told of rewritten rows yet: the next run tells.
    if (halt.reason().equals(HaltReason.SOURCE_REWRITTEN.word())) {
      new Rewrites(warehouse, schema).accept(contract, resume);
    }
    halts.resume(reason);
    audit(contract, reason);
    return resume;
  }

  private String recordPause(Contract contract, String resume, String reason) {
    pauses.end(reason);
    audit(contract, reason);
    return resume;
  }

  private void audit(Contract contract, String reason) {
    new AuditLog(warehouse, schema.app())
        .write("resume", contract.id(), Optional.of(contract.version()), reason);
  }

  private String answer(Optional<StandingHalt> halt, Optional<StandingPause> pause) {
    var answer = Json.STRICT.createObjectNode().put("contract", schema.contract().toString());
    boolean stood = halt.isPresent() || pause.isPresent();
    answer.put("outcome", stood ? "resumed" : "was not halted");
    halt.ifPresent(h -> answer.put("halted_for", h.reason()).put("halted_since", h.since()));
    pause.ifPresent(p -> answer.put("paused_for", p.reason()).put("paused_since", p.since()));
    StreamState.read(warehouse, schema)
        .ifPresent(stream -> answer.put("stale_after", stream.staleAfter()));
    return answer.toString();
  }
}
