package dev.freshet.bridge.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.Tally;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final ContractId CONTRACT = ContractId.parse("shop.order_placed.v1");
  private static final Lane LANE = new Lane(CONTRACT, 0);
  private static final TopicIdentity TOPIC = new TopicIdentity("topic-id", 6);

  /** What stage and Kafka say, set by each case. */
  private static final class Facts implements Admission.Evidence {
    private final Map<String, String> receipts = new HashMap<>();
    private final Map<Long, Integer> lanes = new HashMap<>();
    private TopicIdentity topic = TOPIC;

    @Override
    public Optional<String> receiptDigest(long sequence, int lane) {
      return Optional.ofNullable(receipts.get(sequence + "/" + lane));
    }

    @Override
    public Optional<Integer> lanesOf(long sequence) {
      return Optional.ofNullable(lanes.get(sequence));
    }

    @Override
    public TopicIdentity topic() {
      return topic;
    }
  }

  private final Facts facts = new Facts();

  private Verdict judge(Standing standing, SealedManifest candidate) {
    return new Admission(facts).judge(standing, candidate);
  }

  private static SealedManifest manifest(long sequence, String digest, String previous) {
    return manifest(sequence, digest, previous, 1, 1);
  }

  private static SealedManifest manifest(
      long sequence, String digest, String previous, int lanes, long lanesSince) {
    Manifest manifest =
        new Manifest(
            CONTRACT,
            new Version(1, 0, 0),
            sequence,
            sequence == 1 ? Optional.empty() : Optional.of(previous),
            Manifest.Kind.CHANGES,
            Instant.EPOCH,
            new Manifest.Source("ACC", "DB.S.T", "STREAM", List.of()),
            new Manifest.Rows(0, 0, 0, 0, 0),
            Optional.empty(),
            lanes,
            lanesSince,
            List.of());
    return new SealedManifest(manifest, digest, "{}");
  }

  private static Standing fresh() {
    return new Standing(LANE, Optional.empty(), 1);
  }

  private static Standing done(long sequence, String digest) {
    return new Standing(LANE, Optional.of(entry(progress(sequence, digest, true))), sequence + 1);
  }

  private static Standing inHand(long sequence, String digest) {
    return new Standing(LANE, Optional.of(entry(progress(sequence, digest, false))), sequence);
  }

  private static Progress progress(long sequence, String digest, boolean complete) {
    return new Progress(
        sequence,
        digest,
        complete,
        1,
        7,
        Optional.of("e"),
        Optional.empty(),
        Optional.empty(),
        Tally.NOTHING);
  }

  private static LedgerEntry entry(Progress progress) {
    return new LedgerEntry(1, "ledger", progress, TOPIC, List.of());
  }

  @Test
  void admitsTheFirstChangeSetOfAFreshLane() {
    SealedManifest first = manifest(1, "d1", "");
    assertThat(judge(fresh(), first)).isEqualTo(new Verdict.Next(first, Progress.startOf(first)));
  }

  @Test
  void admitsTheSuccessorOnTheSameChain() {
    SealedManifest next = manifest(3, "d3", "d2");
    assertThat(judge(done(2, "d2"), next))
        .isEqualTo(new Verdict.Next(next, Progress.startOf(next)));
  }

  @Test
  void goesOnWithTheChangeSetInHand() {
    SealedManifest same = manifest(2, "d2", "d1");
    assertThat(judge(inHand(2, "d2"), same))
        .isEqualTo(new Verdict.Next(same, progress(2, "d2", false)));
  }

  @Test
  void neverPassesAGap() {
    assertThat(judge(done(2, "d2"), manifest(4, "d4", "d3"))).isEqualTo(new Verdict.Ahead(3));
    assertThat(judge(fresh(), manifest(2, "d2", "d1"))).isEqualTo(new Verdict.Ahead(1));
  }

  @Test
  void knowsAPublishedOneByTheLedgersDigestOrTheReceipts() {
    assertThat(judge(done(2, "d2"), manifest(2, "d2", "d1")))
        .isEqualTo(new Verdict.AlreadyPublished(2));
    facts.receipts.put("1/0", "d1");
    assertThat(judge(done(2, "d2"), manifest(1, "d1", "")))
        .isEqualTo(new Verdict.AlreadyPublished(1));
  }

  @Test
  void callsAnotherDigestUnderAPublishedNumberAContradiction() {
    assertContradicts(judge(done(2, "d2"), manifest(2, "other", "d1")), "other");
    facts.receipts.put("1/0", "d1");
    assertContradicts(judge(done(2, "d2"), manifest(1, "other", "")), "other");
  }

  @Test
  void doesNotTakeAnOldOneForPublishedWithoutProof() {
    assertContradicts(judge(done(2, "d2"), manifest(1, "d1", "")), "neither ledger nor receipt");
  }

  @Test
  void callsAnotherManifestForTheOneInHandAContradiction() {
    assertContradicts(judge(inHand(2, "d2"), manifest(2, "other", "d1")), "other");
  }

  @Test
  void callsABrokenChainAContradiction() {
    assertContradicts(judge(done(2, "d2"), manifest(3, "d3", "other")), "follows digest other");
  }

  @Test
  void callsARecreatedOrWidenedTopicAContradiction() {
    facts.topic = new TopicIdentity("another", 6);
    assertContradicts(judge(done(2, "d2"), manifest(3, "d3", "d2")), "created again");
    facts.topic = new TopicIdentity(TOPIC.id(), 12);
    assertContradicts(judge(done(2, "d2"), manifest(3, "d3", "d2")), "keys move");
  }

  @Test
  void doesNotBeginALaneWhoseReceiptProvesALostEntry() {
    facts.receipts.put("1/0", "d1");
    assertContradicts(judge(fresh(), manifest(1, "d1", "")), "the ledger lost it");
  }

  @Test
  void awaitsAllFormerLanesBeforeAChangeOfLanes() {
    SealedManifest wider = manifest(3, "d3", "d2", 4, 3);
    facts.lanes.put(2L, 2);
    facts.receipts.put("2/0", "d2");
    assertThat(judge(done(2, "d2"), wider)).isEqualTo(new Verdict.AwaitsFormerLanes(2));
    facts.receipts.put("2/1", "d2");
    assertThat(judge(done(2, "d2"), wider))
        .isEqualTo(new Verdict.Next(wider, Progress.startOf(wider)));
  }

  @Test
  void callsAFormerLaneOnAnotherChainAContradiction() {
    facts.lanes.put(2L, 2);
    facts.receipts.putAll(Map.of("2/0", "d2", "2/1", "other"));
    assertContradicts(judge(done(2, "d2"), manifest(3, "d3", "d2", 4, 3)), "lane 1");
  }

  private static void assertContradicts(Verdict verdict, String words) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Contradicts.class, c -> assertThat(c.why()).contains(words));
  }

  @Test
  void erasTellInWhichChangeSetsALaneHasAPart() {
    Eras eras = new Eras(List.of(new Eras.Era(1, 1), new Eras.Era(5, 4), new Eras.Era(9, 2)));
    assertThat(eras.mostLanes()).isEqualTo(4);
    assertThat(eras.firstWith(0, 1)).hasValue(1);
    assertThat(eras.firstWith(1, 1)).hasValue(5);
    assertThat(eras.firstWith(1, 7)).hasValue(7);
    assertThat(eras.firstWith(1, 9)).hasValue(9);
    assertThat(eras.firstWith(3, 9)).isEmpty();
  }
}
