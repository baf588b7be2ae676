package dev.freshet.bridge.admission;

import dev.freshet.bridge.ledger.Progress;
import dev.freshet.contract.manifest.SealedManifest;

/** What a lane does about a manifest. */
public sealed interface Verdict {
  /**
   * Publish it, from there.
   *
   * @param manifest the change set
   * @param from its first row, or where an earlier owner stopped
   */
  record Next(SealedManifest manifest, Progress from) implements Verdict {}

  /** Done before, and proved by the digest that ledger or receipt holds. */
  record AlreadyPublished(long sequence) implements Verdict {}

  /**
   * Others come first.
   *
   * @param missing the sequence to find
   */
  record Ahead(long missing) implements Verdict {}

  /**
   * It is next, but the lanes that were in force before it are not done.
   *
   * @param predecessor the change set whose receipts are awaited
   */
  record AwaitsFormerLanes(long predecessor) implements Verdict {}

  /**
   * It cannot be true beside what was published.
   *
   * @param why what contradicts what
   */
  record Contradicts(String why) implements Verdict {}
}
