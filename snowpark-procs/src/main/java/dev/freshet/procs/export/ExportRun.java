package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.drift.DriftCheck;
import dev.freshet.procs.halt.ContractHalted;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.pause.Pauses;
import dev.freshet.procs.pause.StandingPause;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.stage.UnloadedFiles;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One run of a contract's export: takes the run, announces what an earlier run left, takes the
 * changes and the next chunk that is asked for, announces them. It can stop between any two
 * statements, run twice, or run beside itself; docs/protocol.md says why, case by case.
 *
 * <p>The rule behind it: HEAD is written by the run that took it and by nobody else, and a
 * manifest's text is settled in HEAD before it is written to the stage.
 */
public final class ExportRun {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final ContractTexts texts;
  private final HeadTable heads;
  private final ChangeLog log;
  private final SourceStream stream;
  private final ChangeTaking taking;
  private final ReleaseTaking releasing;
  private final RequestServing requests;
  private final Unload unload;
  private final Announcement announcement;
  private final Outbox outbox;
  private final KeysUpkeep upkeep;
  private final HaltLog halts;
  private final Pauses pauses;
  private final DriftCheck drift;
  private final FailureLog failures;
  private final StreamRenewal renewal;

  public ExportRun(Warehouse warehouse, ContractSchema schema) {
    StageObjects stage = new StageObjects(warehouse, schema.app());
    this.warehouse = warehouse;
    this.schema = schema;
    this.texts = new ContractTexts(warehouse, schema.app());
    this.heads = new HeadTable(warehouse, schema);
    this.log = new ChangeLog(warehouse, schema);
    this.stream = new SourceStream(warehouse, schema, heads);
    this.taking = new ChangeTaking(warehouse, schema, heads, log, stream);
    this.releasing = new ReleaseTaking(warehouse, schema, heads, log, stream);
    this.requests =
        new RequestServing(
            warehouse,
            schema,
            new ChunkTaking(warehouse, schema, heads, log, stream),
            new GapTaking(warehouse, schema, heads, log));
    this.unload = new Unload(warehouse, schema, stage);
    this.announcement =
        new Announcement(schema, heads, stage, new AnnouncementLog(warehouse, schema));
    this.failures = new FailureLog(warehouse, schema);
    this.outbox = new Outbox(warehouse, schema, heads);
    this.upkeep = new KeysUpkeep(warehouse, schema);
    this.halts = new HaltLog(warehouse, schema);
    this.pauses = new Pauses(warehouse, schema);
    this.drift = new DriftCheck(warehouse, schema);
    this.renewal = new StreamRenewal(warehouse, schema, heads, stream, drift);
  }

  /**
   * Runs.
   *
   * @param run names this run; never used before
   * @throws ContractHalted if the contract is halted, since before or by this run
   * @throws WarehouseException if Snowflake refuses a statement; the next run goes on where this
   *     one stopped
   */
  public Outcome export(String run) {
    return run(run, this::changes);
  }

  /**
   * Releases rejections, in a run like any other.
   *
   * @param run names this run; never used before
   */
  Outcome release(String run, ReleaseRequest request) {
    return run(run, (contract, taken) -> released(contract, taken, request));
  }

  /**
   * Takes the first step of a rebaseline that was asked for. While a stream is lost the task's
   * condition cannot be answered, so that no task would.
   *
   * @param run names this run; never used before
   */
  Outcome beginRebaseline(String run) {
    return run(
        run,
        (contract, taken) -> {
          begun(contract, taken);
          return Outcome.begun(taken);
        });
  }

  /**
   * Asked before a contract is ended.
   *
   * @throws ExportFailed if a request is open that holds the changes back: the last ones could not
   *     be taken
   */
  public void requireNothingHeldBack(Contract contract) {
    requests.requireNothingHeldBack(contract);
  }

  private Outcome run(String run, BiFunction<Contract, HeadRow, Outcome> steps) {
    HeadRow read = heads.read();
    StartCheck.requireProtocol(read);
    halts.requireNone();
    Optional<StandingPause> pause = pauses.standing();
    if (pause.isPresent()) {
      new ContractTask(warehouse, schema).stop(); // somebody resumed it by hand
      return Outcome.paused(read, pause.get());
    }
    Contract contract = texts.read(read.contract(), read.requireInForce());
    try {
      StartCheck.requirePlace(read, Home.of(warehouse, schema));
      return heads
          .take(read, run)
          .map(head -> guarded(contract, head, steps))
          .orElseGet(() -> Outcome.left("somebody else is at work", read));
    } catch (Overtaken e) {
      return Outcome.left(String.valueOf(e.getMessage()), read);
    } catch (Halt halt) {
      throw halts.record(halt, run, contract.owner());
    } catch (ExportFailed | WarehouseException e) {
      throw failures.noted(run, e);
    }
  }

  /**
   * Ends the contract: a change set of no rows is taken, the last one, and no version is in force
   * from then on. It is announced by {@link #announceLeft(String)}.
   *
   * @param contract the version in force
   * @param run names this run; never used before
   * @param alongside what is written in the same transaction
   * @throws ExportFailed if somebody else is at work
   */
  public void end(Contract contract, String run, Runnable alongside) {
    HeadRow head = taken(run);
    Transaction.in(
        warehouse,
        () -> {
          heads.write(run, "SEQUENCE = SEQUENCE + 1, CONTRACT_VERSION = NULL");
          log.end(contract, head, head.sequence() + 1);
          outbox.request(head.sequence() + 1, run);
          alongside.run();
          return head;
        });
  }

  /**
   * Announces what is taken and not announced yet, and takes nothing.
   *
   * @param run names this run; never used before
   * @throws ExportFailed if somebody else is at work
   */
  public void announceLeft(String run) {
    finish(taken(run));
  }

  private HeadRow taken(String run) {
    return heads
        .take(heads.read(), run)
        .orElseThrow(
            () ->
                new ExportFailed(
                    "Another run of contract "
                        + schema.contract()
                        + " is at work. Nothing was changed; call again"));
  }

  private Outcome guarded(
      Contract contract, HeadRow taken, BiFunction<Contract, HeadRow, Outcome> steps) {
    try {
      return steps.apply(contract, taken);
    } catch (Halt | ExportFailed | WarehouseException e) {
      requireStillOurs(taken.run(), e);
      throw e;
    }
  }

  /**
   * What an overtaken run trips over is what its successor did: no failure, and no reason to halt.
   */
  private void requireStillOurs(String run, RuntimeException failure) {
    try {
      heads.read(run);
    } catch (WarehouseException e) {
      failure.addSuppressed(e); // the session is gone: the first failure says why
    }
  }

  private Outcome changes(Contract contract, HeadRow taken) {
    Optional<OpenRequest> open = begun(contract, taken);
    HeadRow ready = ready(contract, taken);
    boolean heldBack = open.filter(r -> RequestServing.holdsChangesBack(contract, r)).isPresent();
    Counts counts = heldBack ? Counts.NONE : taking.take(contract, ready);
    Counts served =
        open.map(r -> requests.serve(contract, heads.read(taken.run()), r)).orElse(Counts.NONE);
    HeadRow head = finish(taken);
    upkeep.tidy(contract, head);
    return Outcome.done(contract, head, counts.and(served));
  }

  /**
   * The request to be served next. A rebaseline begins before the source is looked at: with what
   * would halt the contract there.
   */
  private Optional<OpenRequest> begun(Contract contract, HeadRow taken) {
    return requests.next().map(r -> r.isRebaseline() ? renewal.begin(contract, taken, r) : r);
  }

  private Outcome released(Contract contract, HeadRow taken, ReleaseRequest request) {
    begun(contract, taken).ifPresent(open -> RequestServing.requireNoEvents(contract, open));
    Released released = releasing.take(contract, ready(contract, heads.read(taken.run())), request);
    return Outcome.released(finish(taken), released);
  }

  /** Announces what is left, and sees that the source is still what it was. */
  private HeadRow ready(Contract contract, HeadRow taken) {
    HeadRow head = announceLeft(taken);
    drift.require(contract, stream.look());
    return head;
  }

  /** Announces what was taken and leaves nothing behind. */
  private HeadRow finish(HeadRow taken) {
    HeadRow head = announceLeft(heads.read(taken.run()));
    if (outbox.isAwaited()) {
      outbox.clear(head);
      outbox.serveRequests(head);
    }
    return head;
  }

  /** Announces what is taken and not announced yet, in order; what is left to write comes first. */
  private HeadRow announceLeft(HeadRow taken) {
    HeadRow head = taken;
    if (head.written() < head.announced()) {
      announcement.write(head);
      head = heads.read(head.run());
    }
    while (head.announced() < head.sequence()) {
      head = announceNext(head);
    }
    return head;
  }

  private HeadRow announceNext(HeadRow head) {
    ChangeSet set = log.read(head.announced() + 1);
    Contract shapedBy = texts.read(head.contract(), set.version());
    UnloadedFiles unloaded = unload.unload(shapedBy, set, head.attempt());
    announcement.settle(shapedBy, head, set, unloaded);
    HeadRow settled = heads.read(head.run());
    announcement.write(settled);
    return heads.read(head.run());
  }
}
