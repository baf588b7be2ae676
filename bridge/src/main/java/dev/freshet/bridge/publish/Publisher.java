package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Admission;
import dev.freshet.bridge.admission.Standing;
import dev.freshet.bridge.admission.Verdict;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.LedgerException;
import dev.freshet.bridge.ledger.LedgerPage;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.bridge.registry.RegistryException;
import dev.freshet.bridge.stage.PartException;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One partition of the ledger with its one producer, serving the lanes that hash to it, slice by
 * slice in turn. Its life is docs/protocol.md, "A publisher's life": open (shut others out, read
 * the ledger to its end), write the receipts that are due, admit, publish, and start over from the
 * ledger whenever what happened is not known. One thread.
 */
public final class Publisher implements AutoCloseable {
  private final int partition;
  private final Surroundings around;
  private final LaneSource source;
  private final LaneLog log;
  private final SliceReader slices;
  private @Nullable Tenure tenure;

  public Publisher(int partition, Surroundings around) {
    this.partition = partition;
    this.around = around;
    this.source = around.lanes().of(partition);
    this.log = new LaneLog(around, source);
    this.slices = new SliceReader(around.stage(), around.facts(), around.limits());
  }

  /** The time between two openings of the producer; nothing known outlives it. */
  private record Tenure(Publication publication, Map<Lane, LaneState> lanes) {}

  /** What came of a turn. */
  public enum Turn {
    /** Something was published; there may be more. */
    WORKED,
    /** Nothing to do until something is announced. */
    IDLE,
    /** Something did not work; try again after a while. */
    TROUBLED
  }

  /** Whether it has a producer, and so the ledger's word for where its lanes stand. */
  public boolean isOpen() {
    return tenure != null;
  }

  /**
   * Serves every lane once, one slice at most each.
   *
   * @throws LedgerException if the ledger is not the one this instance was started on
   */
  public Turn turn() {
    List<Lane> lanes = source.lanes();
    if (tenure == null) {
      if (lanes.isEmpty()) {
        return Turn.IDLE;
      }
      tenure = open();
    }
    Tenure current = tenure;
    lanes.forEach(l -> current.lanes().computeIfAbsent(l, n -> new LaneState(n, Optional.empty())));
    Set<Turn> turns = EnumSet.noneOf(Turn.class);
    List<LaneState> served =
        current.lanes().values().stream().filter(s -> source.serves(s.lane())).toList();
    if (served.isEmpty()) {
      close(); // a producer is memory and a connection
    }
    for (LaneState lane : served) {
      turns.add(serveOrWait(current.publication(), lane));
      if (tenure == null) {
        return Turn.TROUBLED;
      }
    }
    return Stream.of(Turn.TROUBLED, Turn.WORKED)
        .filter(turns::contains)
        .findFirst()
        .orElse(Turn.IDLE);
  }

  /** What one lane waits for does not hold up the others. */
  private Turn serveOrWait(Publication publication, LaneState lane) {
    if (lane.isResting(around.clock().instant())) {
      return Turn.IDLE;
    }
    try {
      Turn turn = serve(publication, lane);
      lane.wake();
      return turn;
    } catch (StageUnavailableException | PublicationUnavailableException e) {
      log.unavailable(lane, e, lane.rest(around.clock().instant()));
      return Turn.IDLE;
    }
  }

  /** Step 1: shut every earlier owner out, then read what they left, up to the very end. */
  private Tenure open() {
    Publication publication = around.publications().open(partition);
    try {
      LedgerPage page = around.ledger().read(partition);
      page.requireOf(around.genesis(), partition);
      Map<Lane, LaneState> lanes = new LinkedHashMap<>();
      page.entries().forEach((lane, e) -> lanes.put(lane, opened(lane, e)));
      return new Tenure(publication, lanes);
    } catch (RuntimeException e) {
      publication.close();
      throw e;
    }
  }

  private LaneState opened(Lane lane, LedgerEntry entry) {
    LaneState state = new LaneState(lane, Optional.of(entry));
    if (!entry.ledgerId().equals(around.genesis().ledgerId())) {
      log.contradiction(state, entry.progress().sequence(), "its entry is of another ledger");
    }
    return state;
  }

  /** Steps 2 and 3 for one lane. */
  private Turn serve(Publication publication, LaneState lane) {
    writeReceipts(lane);
    verify(lane);
    if (lane.isStopped(around.clock().instant())) {
      return Turn.IDLE;
    }
    Optional<Standing> standing = source.standing(lane.lane(), lane.entry());
    if (standing.isEmpty()) {
      return Turn.IDLE;
    }
    long sequence = standing.get().expected();
    try {
      Optional<SealedManifest> candidate = candidate(lane.lane(), sequence);
      return candidate.isPresent()
          ? admit(publication, lane, standing.get(), candidate.get())
          : Turn.IDLE;
    } catch (StageDataException | PartException e) {
      log.unfit(lane, sequence, String.valueOf(e.getMessage()));
    } catch (RegistryException e) {
      log.schemaMissing(lane, sequence, e);
    }
    return Turn.IDLE;
  }

  /** Once a tenure: what was published last must still stand on the stage, if it stands there. */
  private void verify(LaneState lane) {
    Optional<Progress> progress = lane.entry().map(LedgerEntry::progress);
    if (lane.isVerified() || progress.isEmpty()) {
      return;
    }
    Progress last = progress.get();
    try {
      source
          .manifest(lane.lane(), last.sequence())
          .filter(m -> !m.digest().equals(last.manifestDigest()))
          .ifPresent(
              m -> log.contradiction(lane, last.sequence(), Admission.anotherDigest(last, m)));
    } catch (StageDataException e) {
      log.unfit(lane, last.sequence(), String.valueOf(e.getMessage()));
    }
    lane.verified();
  }

  /** The manifest looked for, or the next one after it if it is missing. */
  private Optional<SealedManifest> candidate(Lane lane, long sequence) {
    Optional<SealedManifest> wanted = source.manifest(lane, sequence);
    return wanted.isPresent() ? wanted : source.manifestAfter(lane, sequence);
  }

  private Turn admit(
      Publication publication, LaneState lane, Standing standing, SealedManifest candidate) {
    String name = around.destination().topic(lane.lane());
    Optional<TopicIdentity> topic = around.topics().identity(name);
    if (topic.isEmpty()) {
      log.topicMissing(lane, standing.expected(), name);
      return Turn.IDLE;
    }
    StageEvidence evidence =
        new StageEvidence(
            source, around.destination(), lane.lane(), around.genesis().ledgerId(), topic.get());
    Verdict verdict = new Admission(evidence).judge(standing, candidate);
    if (verdict instanceof Verdict.Next next) {
      return publish(publication, lane, next, topic.get());
    }
    log.notAdmitted(lane, standing, verdict);
    return Turn.IDLE;
  }

  /**
   * Step 3: schemas are settled, a slice read and decoded, before its transaction begins. A bucket
   * in memory is published to its end, slice by slice, before its place is given to another.
   */
  private Turn publish(
      Publication publication, LaneState lane, Verdict.Next next, TopicIdentity topic) {
    SealedManifest sealed = next.manifest();
    Contract contract =
        around.shelf().contract(lane.lane().contract(), sealed.manifest().contractVersion());
    SliceReader.Source rows =
        new SliceReader.Source(lane.lane(), contract, around.schemas().of(contract), sealed);
    log.released(lane);
    around.slices().acquireUninterruptibly();
    try {
      Turn turn = slice(publication, lane, rows, next.from(), topic);
      while (turn == Turn.WORKED && slices.holdsBucket()) {
        turn = slice(publication, lane, rows, lane.entry().orElseThrow().progress(), topic);
      }
      return turn;
    } finally {
      if (slices.holdsBucket() || around.slices().hasQueuedThreads()) {
        slices.close(); // what is open is memory that others wait for
      }
      around.slices().release();
    }
  }

  private Turn slice(
      Publication publication,
      LaneState lane,
      SliceReader.Source rows,
      Progress from,
      TopicIdentity topic) {
    Slice slice = slices.read(rows, from);
    String name = around.destination().topic(lane.lane());
    Batch batch = new Batch(lane.lane(), name, slice.envelope(), slice.records());
    Outcome outcome =
        publication.publish(batch, spans -> entry(lane, slice.progress(spans), topic));
    return settle(lane, rows.sealed(), slice, outcome);
  }

  private LedgerEntry entry(LaneState lane, Progress progress, TopicIdentity topic) {
    return new Receipts(around.genesis(), around.clock())
        .entry(lane.lane(), progress, around.destination().topic(lane.lane()), topic);
  }

  /** Step 4: what the outcome means for what is known. */
  private Turn settle(LaneState lane, SealedManifest sealed, Slice slice, Outcome outcome) {
    if (outcome instanceof Outcome.Committed committed) {
      lane.committed(committed.entry());
      log.committed(lane, sealed, slice);
      writeReceipts(lane);
      return Turn.WORKED;
    }
    slices.close();
    long sequence = sealed.manifest().sequence();
    if (outcome instanceof Outcome.Refused refused) {
      log.refused(lane, sequence, refused.why());
      return Turn.IDLE;
    }
    if (outcome instanceof Outcome.Transient failed) {
      log.aborted(lane, sequence, failed.why());
    } else if (outcome instanceof Outcome.Lost lost) {
      log.lost(lane, sequence, lost.why());
      close();
    }
    return Turn.TROUBLED;
  }

  /** Step 5: receipts are told after the commit; the lane's next entry drops them. */
  private void writeReceipts(LaneState lane) {
    if (!lane.owesReceipts()) {
      return;
    }
    for (Receipt receipt : lane.entry().orElseThrow().due()) {
      around.destination().tell(lane.lane(), receipt);
    }
    lane.receiptsWritten();
  }

  /** Lets the producer and all that is known go. */
  @Override
  public void close() {
    slices.close();
    Tenure current = tenure;
    tenure = null;
    if (current != null) {
      current.lanes().values().forEach(log::released);
      current.publication().close();
    }
  }
}
