package dev.freshet.bridge.admission;

import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.util.Optional;

/**
 * The decision whether a manifest is next for a lane: never two of one number, never out of order,
 * never on another chain of digests, never into another topic. A pure function.
 */
public final class Admission {
  private final Evidence evidence;

  public Admission(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * What the stage and Kafka can testify to; read only when a judgement needs it.
   *
   * <p>Implementations may throw when they cannot be asked; then there is no verdict.
   */
  public interface Evidence {
    /** The digest that this ledger's receipt of the lane and sequence holds. */
    Optional<String> receiptDigest(long sequence, int lane);

    /** The number of lanes of a change set; empty if its manifest is gone. */
    Optional<Integer> lanesOf(long sequence);

    /** The topic as it is now. */
    TopicIdentity topic();
  }

  /** Judges a manifest that was found under its own key. */
  public Verdict judge(Standing standing, SealedManifest candidate) {
    Manifest manifest = candidate.manifest();
    long expected = standing.expected();
    if (manifest.sequence() > expected) {
      return new Verdict.Ahead(expected);
    }
    if (manifest.sequence() < expected) {
      return published(standing, candidate);
    }
    Optional<Verdict> objection =
        topicObjection(standing).or(() -> chainObjection(standing, candidate));
    return objection.orElseGet(() -> admitted(standing, candidate));
  }

  private Verdict published(Standing standing, SealedManifest candidate) {
    long sequence = candidate.manifest().sequence();
    Optional<String> known =
        standing
            .progress()
            .filter(p -> p.sequence() == sequence)
            .map(Progress::manifestDigest)
            .or(() -> evidence.receiptDigest(sequence, standing.lane().number()));
    if (known.isEmpty()) {
      return contradicts(
          ("change set %d lies before the lane's position, but neither ledger nor receipt proves"
                  + " that it was published")
              .formatted(sequence));
    }
    return known.get().equals(candidate.digest())
        ? new Verdict.AlreadyPublished(sequence)
        : contradicts(
            "change set %d was published with digest %s, its manifest now has %s"
                .formatted(sequence, known.get(), candidate.digest()));
  }

  private Optional<Verdict> topicObjection(Standing standing) {
    if (standing.topic().isEmpty()) {
      return Optional.empty();
    }
    TopicIdentity before = standing.topic().get();
    TopicIdentity now = evidence.topic();
    if (!before.id().equals(now.id())) {
      return Optional.of(
          contradicts(
              ("the topic was deleted and created again (id %s, before %s), so what the lane"
                      + " published is gone")
                  .formatted(now.id(), before.id())));
    }
    if (before.partitions() != now.partitions()) {
      return Optional.of(
          contradicts(
              "the topic has %d partitions, before it had %d, so keys move and lose their order"
                  .formatted(now.partitions(), before.partitions())));
    }
    return Optional.empty();
  }

  private Optional<Verdict> chainObjection(Standing standing, SealedManifest candidate) {
    Manifest manifest = candidate.manifest();
    if (standing.progress().isEmpty()) {
      return Optional.empty();
    }
    Progress progress = standing.progress().get();
    if (progress.sequence() == manifest.sequence()) {
      return progress.manifestDigest().equals(candidate.digest())
          ? Optional.empty()
          : Optional.of(new Verdict.Contradicts(anotherDigest(progress, candidate)));
    }
    boolean follows = progress.sequence() == manifest.sequence() - 1;
    String previous = manifest.previousDigest().orElse("");
    return !follows || previous.equals(progress.manifestDigest())
        ? Optional.empty()
        : Optional.of(
            contradicts(
                "change set %d follows digest %s, but the one published before it has %s"
                    .formatted(manifest.sequence(), previous, progress.manifestDigest())));
  }

  /** The words for a manifest that is not the one that was published or begun. */
  public static String anotherDigest(Progress progress, SealedManifest now) {
    return "change set %d was published with digest %s, its manifest now has %s"
        .formatted(progress.sequence(), progress.manifestDigest(), now.digest());
  }

  private Verdict admitted(Standing standing, SealedManifest candidate) {
    Optional<Progress> inHand =
        standing
            .progress()
            .filter(p -> p.sequence() == candidate.manifest().sequence() && !p.complete());
    if (inHand.isPresent()) {
      return new Verdict.Next(candidate, inHand.get());
    }
    if (standing.progress().isEmpty() && hasReceipt(standing)) {
      return contradicts(
          ("the ledger has no entry of the lane, but its receipt of change set %d is on the stage:"
                  + " the ledger lost it")
              .formatted(standing.expected()));
    }
    return changeOfLanes(candidate)
        .orElseGet(() -> new Verdict.Next(candidate, Progress.startOf(candidate)));
  }

  private boolean hasReceipt(Standing standing) {
    return evidence.receiptDigest(standing.expected(), standing.lane().number()).isPresent();
  }

  /**
   * With another number of lanes a key may belong to another lane, perhaps of another publisher: it
   * may move only when all that was published before it is proved to be.
   */
  private Optional<Verdict> changeOfLanes(SealedManifest candidate) {
    Manifest manifest = candidate.manifest();
    if (manifest.lanesSince() != manifest.sequence() || manifest.sequence() == 1) {
      return Optional.empty();
    }
    long predecessor = manifest.sequence() - 1;
    Optional<Integer> lanes = evidence.lanesOf(predecessor);
    if (lanes.isEmpty()) {
      return Optional.of(new Verdict.Ahead(predecessor));
    }
    String digest = manifest.previousDigest().orElseThrow();
    for (int lane = 0; lane < lanes.get(); lane++) {
      Optional<String> receipt = evidence.receiptDigest(predecessor, lane);
      if (receipt.isEmpty()) {
        return Optional.of(new Verdict.AwaitsFormerLanes(predecessor));
      }
      if (!receipt.get().equals(digest)) {
        return Optional.of(
            contradicts(
                "change set %d follows digest %s, but lane %d published %s as its predecessor"
                    .formatted(manifest.sequence(), digest, lane, receipt.get())));
      }
    }
    return Optional.empty();
  }

  private static Verdict contradicts(String why) {
    return new Verdict.Contradicts(why);
  }
}
