package dev.freshet.contract.evolution;

/** What a change means for those who read the topic; the later word is the graver. */
public enum Verdict {
  /** Readers of any earlier version go on reading, and readers of this one read all records. */
  COMPATIBLE("compatible"),
  /** The same, once all facts were published again; until then the topic holds two meanings. */
  COMPATIBLE_WITH_SNAPSHOT("compatible with a snapshot"),
  /** Some reader breaks or is misled: a new major, a contract and a topic beside this one. */
  NEEDS_MAJOR("needs a new major");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
