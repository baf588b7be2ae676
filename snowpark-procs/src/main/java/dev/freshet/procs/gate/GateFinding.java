package dev.freshet.procs.gate;

import dev.freshet.contract.Problem;
import dev.freshet.contract.Rule;
import dev.freshet.contract.evolution.Finding;
import dev.freshet.contract.evolution.Verdict;
import dev.freshet.contract.odcs.YamlLines;
import java.util.Locale;

/**
 * One thing the gate has to say.
 *
 * @param origin what was looked at
 * @param rule its word, for instance {@code field-removed} or {@code duplicateKey}
 * @param where the field, or the place in the file
 * @param refuses whether the contract may not pass because of it
 * @param message what was found, and what to do; holds no values of rows
 */
public record GateFinding(
    Origin origin, String rule, String where, boolean refuses, String message) {

  /** What was looked at. */
  public enum Origin {
    FILE,
    EVOLUTION,
    SOURCE,
    REHEARSAL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static GateFinding of(Problem problem, YamlLines lines) {
    return new GateFinding(
        Origin.FILE, "unsound", lines.inWords(problem.where()), true, problem.what());
  }

  static GateFinding of(Finding finding) {
    boolean refuses = finding.verdict() == Verdict.NEEDS_MAJOR || finding.rule().isAboutVersion();
    return new GateFinding(
        Origin.EVOLUTION, finding.rule().word(), finding.where(), refuses, finding.message());
  }

  /** About the history of the contract: its id, or a version of it. */
  public static GateFinding ofHistory(String rule, String where, String message) {
    return new GateFinding(Origin.EVOLUTION, rule, where, true, message);
  }

  /** About the source, and in the way. */
  public static GateFinding ofSource(String rule, String where, String message) {
    return new GateFinding(Origin.SOURCE, rule, where, true, message);
  }

  /** About rows of a rehearsal that break a rule which halts. */
  public static GateFinding ofRehearsal(Rule rule, long rows) {
    return new GateFinding(
        Origin.REHEARSAL,
        rule.word(),
        "rows",
        true,
        rows
            + " rows of the rehearsal break this rule, which halts the contract; nothing was sent");
  }

  /** About a rehearsal that failed. */
  public static GateFinding ofRehearsal(String message) {
    return new GateFinding(Origin.REHEARSAL, "rehearsal-failed", "rehearsal", true, message);
  }

  /** About the source, and worth knowing. */
  static GateFinding note(String rule, String where, String message) {
    return new GateFinding(Origin.SOURCE, rule, where, false, message);
  }

  @Override
  public String toString() {
    return rule + ", " + where + ": " + message;
  }
}
