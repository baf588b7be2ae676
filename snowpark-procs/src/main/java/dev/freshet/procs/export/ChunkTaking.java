package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.request.Conditions;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.RequestState;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.shape.AsOf;
import dev.freshet.procs.shape.Chunk;
import dev.freshet.procs.shape.KeyRange;
import dev.freshet.procs.shape.Memory;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * Takes the next range of keys that a request asks for, as one change set, in one transaction with
 * the step that says so. The stream is read nowhere and does not move.
 */
final class ChunkTaking {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final ChangeLog log;
  private final SourceStream stream;
  private final PresentTime present;
  private final FactTaking facts;
  private final Requests requests;

  ChunkTaking(
      Warehouse warehouse, ContractSchema schema, HeadTable heads, ChangeLog log, SourceStream s) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
    this.log = log;
    this.stream = s;
    this.present = new PresentTime(warehouse, s);
    this.facts = new FactTaking(warehouse, schema);
    this.requests = new Requests(warehouse, schema);
  }

  /**
   * Takes one chunk.
   *
   * @return what was taken; nothing if the source changed in this very millisecond, or cannot be
   *     read as of its stream's offset, which ends the request
   * @throws dev.freshet.procs.halt.Halt if a row breaks a rule that halts
   */
  Counts take(Contract contract, HeadRow head, OpenRequest open) {
    long rows = Settings.read(warehouse, schema.app()).chunkRows();
    try {
      stream.requireOurs(head);
      return Transaction.in(warehouse, () -> move(contract, head, open, rows));
    } catch (Halt halt) {
      if (cannotGoOn(contract, open, halt)) {
        dropStream(head);
        end(head, open, "halted (" + halt.reason().word() + "): cure it, then ask again");
      }
      throw halt;
    } catch (WarehouseException e) {
      if (!e.beyondTimeTravel()) {
        throw e;
      }
      Optional<Halt> halt =
          open.isRebaseline() ? Optional.of(incomplete(contract, head)) : Optional.empty();
      end(head, open, TimeTravel.advice(contract));
      halt.ifPresent(
          h -> {
            throw h;
          });
      return Counts.NONE;
    }
  }

  /**
   * Without the rest of a rebaseline KEYS does not know the rows whose changes the stream shows, so
   * no run may take them: without a stream none does, and only another rebaseline makes one.
   */
  private Halt incomplete(Contract contract, HeadRow head) {
    dropStream(head);
    return new Halt(
        HaltReason.STREAM_GONE, "a rebaseline was given up: " + TimeTravel.advice(contract));
  }

  /**
   * A rebaseline reads the rows as they stood at an offset that does not move before its end: rows
   * that are mended are seen only by another, behind a new stream. Of events a new stream would
   * lose those that wait, so that is left to people, unless somebody took them away already.
   */
  private static boolean cannotGoOn(Contract contract, OpenRequest open, Halt halt) {
    return open.isRebaseline()
        && (contract.kind() == Contract.Kind.STATE || halt.reason() == HaltReason.FOREIGN_CONSUMER);
  }

  private void dropStream(HeadRow head) {
    heads.read(head.run()); // the stream of a run that overtook us is not ours to drop
    warehouse.run("DROP STREAM IF EXISTS " + schema.sourceStream());
  }

  /** Ends a request that cannot be served; nothing of it is taken. */
  void end(HeadRow head, OpenRequest open, String why) {
    Transaction.in(
        warehouse,
        () -> {
          heads.write(head.run(), "SEQUENCE = SEQUENCE");
          requests.add(open.end(RequestState.FAILED, why));
          return why;
        });
  }

  private Counts move(Contract contract, HeadRow head, OpenRequest open, long rows) {
    // Locks HEAD to the end, so that no run moves the stream meanwhile. What KEYS learns now counts
    // for whatever is taken next, and so bears another attempt than what this run took before.
    long attempt = head.attempt() + 1;
    heads.write(head.run(), "ATTEMPT = " + attempt);
    Optional<String> time = present.afterOffset();
    if (time.isEmpty()) {
      return Counts.NONE;
    }
    Chunk chunk =
        new Chunk(
            new AsOf(contract, schema.sourceStream(), time.get()),
            open.request().kind().chunks(),
            Conditions.of(open.request()),
            new Memory(schema.keys(), schema.app().openRejections(), attempt));
    Row end = warehouse.rows(chunk.end(open.lastKey(), rows)).get(0);
    boolean isLast = end.whole(0) < rows;
    KeyRange range = new KeyRange(open.lastKey(), isLast ? Optional.empty() : end.optional(1));
    return move(contract, head, open, chunk, range);
  }

  private Counts move(
      Contract contract, HeadRow head, OpenRequest open, Chunk chunk, KeyRange range) {
    long sequence = head.sequence() + 1;
    // Of events only some are judged anew, and their rejections are closed as they go out.
    if (open.isRebaseline() && contract.kind() == Contract.Kind.STATE) {
      forgetRejections(head, range);
    }
    FactTaking.Taken taken =
        facts.take(
            contract, head.run(), chunk.counts(range), chunk.facts(range, sequence, head.run()));
    Counts counts = taken.counts();
    var kind = open.request().kind().changeSets();
    if (counts.published() > 0) {
      heads.write(head.run(), "SEQUENCE = " + sequence);
      log.changeSet(contract, head, kind, sequence, counts, taken.queryId());
      new Outbox(warehouse, schema, heads).request(sequence, head.run());
    } else if (!counts.nothing()) {
      log.nothingPublished(contract, head, kind, counts, taken.queryId());
    }
    requests.add(
        open.step(
            range,
            chunk.source().time(),
            Optional.of(sequence).filter(s -> counts.published() > 0),
            counts.published(),
            range.upTo().isEmpty()));
    return counts;
  }

  /** The ids of rows may all be new, so what was set aside by them is judged and set aside anew. */
  private void forgetRejections(HeadRow head, KeyRange range) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().releases()
            + " (CONTRACT, IDENTITY_TEXT, ATTEMPT, RUN, OUTCOME, REASON)"
            + " SELECT DISTINCT CONTRACT, IDENTITY_TEXT, "
            + head.attempt()
            + ", "
            + Sql.literal(head.run())
            + ", 'superseded', 'judged anew by a rebaseline' FROM "
            + schema.app().openRejections()
            + " WHERE CONTRACT = "
            + Sql.literal(schema.contract().toString())
            + " AND "
            + range.holds("IDENTITY_TEXT"));
  }
}
