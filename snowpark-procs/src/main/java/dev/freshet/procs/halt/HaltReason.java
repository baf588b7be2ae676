package dev.freshet.procs.halt;

import dev.freshet.contract.Rule;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a contract stops, and the way out. The word stands in HALTS and in messages; docs/halts.md
 * has a paragraph for each.
 */
public enum HaltReason {
  MISSING_KEY(Rule.MISSING_KEY.word(), Texts.ROWS),
  REQUIRED_NULL(Rule.REQUIRED_NULL.word(), Texts.ROWS),
  UNKNOWN_ENUM(
      Rule.UNKNOWN_ENUM.word(),
      Texts.ROWS
          + ", or begin a new major whose freshet.enum has the value: a closed list does not grow"),
  DOES_NOT_FIT(Rule.DOES_NOT_FIT.word(), Texts.ROWS),
  DUPLICATE_KEY(Rule.DUPLICATE_KEY.word(), Texts.ROWS),
  TOO_MANY_REJECTIONS(
      "tooManyRejections",
      "Repair the rows in the source, or raise freshet.maxRejectedShare in a new version, if so"
          + " many are to be expected"),
  FOREIGN_PLACE(
      "foreignPlace",
      "Two writers on one stage contradict each other. If this copy is to go on alone, stop the"
          + " other and write this place into HEAD; else drop this copy"),
  FOREIGN_CONSUMER(
      "foreignConsumer",
      "Find who can write with the stream and take that away; then " + Texts.REBASELINE),
  FOREIGN_MANIFEST(
      "foreignManifest",
      "Find the other writer and stop it; find out which text consumers have seen: the bridge's"
          + " receipts name its digest"),
  SOURCE_GONE(
      "sourceGone",
      "Bring the source back under its name (UNDROP keeps its stream; a new table does not), or"
          + " give the owner of the procedures SELECT on it again"),
  SOURCE_REPLACED(
      "sourceReplaced",
      "Bring the former table back under its name; its stream goes on. Or " + Texts.REBASELINE),
  STREAM_GONE("streamGone", "Find who dropped it and take that away; then " + Texts.REBASELINE),
  STREAM_STALE(
      "streamStale",
      "The contract stood still for longer than its source keeps changes. To go on, "
          + Texts.REBASELINE),
  COLUMN_GONE(
      "columnGone",
      "Bring the column back, or put a view with the promised columns before the source and"
          + " promote a version that reads it, or begin a new major without the field"),
  COLUMN_RENAMED(
      "columnRenamed",
      "Rename it back, or promote a version whose field names the new column (physicalName):"
          + " consumers see no change"),
  COLUMN_RETYPED(
      "columnRetyped",
      "Give the column its former type again, or put a view before the source that casts it, or"
          + " begin a new major that promises the new type"),
  COLUMN_WIDENED(
      "columnWidened",
      "Put a view before the source that cuts the digits on purpose, or begin a new major that"
          + " promises them"),
  SOURCE_REWRITTEN(
      "sourceRewritten",
      "An event contract publishes inserts alone, so what was updated or deleted cannot be taken"
          + " back. Publish corrections as events of their own, or make it a state contract, or"
          + " declare freshet.rewrites accept if rows change on purpose; then resume, which accepts"
          + " what was found"),
  POLICY_ADDED(
      "policyAdded",
      "What a policy hides from the owner of the procedures is consumed and never published. Take"
          + " it off; or exempt that role in it, let the contract take policies (freshet.policies"
          + " accept), and resume, which accepts those that are there");

  private final String word;
  private final String wayOut;

  HaltReason(String word, String wayOut) {
    this.word = word;
    this.wayOut = wayOut;
  }

  /** The reason of a broken rule whose policy is to halt. */
  public static HaltReason of(Rule rule) {
    return of(rule.word()).orElseThrow();
  }

  /** The reason with a word; empty if newer procedures wrote it. */
  public static Optional<HaltReason> of(String word) {
    return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
  }

  public String word() {
    return word;
  }

  /** What to do before the contract is resumed: sentences without a full stop at the end. */
  public String wayOut() {
    return wayOut;
  }

  private static final class Texts {
    static final String REBASELINE =
        "CALL REBASELINE, which makes a stream that can be read and publishes what differs from"
            + " what was last published (docs/how-to-recover-a-stale-stream.md)";
    static final String ROWS =
        "Repair the rows in the source, or let the contract reject such rows"
            + " (freshet.onViolation)";
  }
}
