package dev.freshet.cli.contract.report;

import dev.freshet.contract.evolution.Finding;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.evolution.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed, grouped by what it means, gravest first. */
public final class DiffReport {
  private DiffReport() {}

  /** The report for people on a file that was compared. */
  public static String print(CheckedFile file, Judgement judgement) {
    String groups =
        Stream.of(Verdict.NEEDS_MAJOR, Verdict.COMPATIBLE_WITH_SNAPSHOT, Verdict.COMPATIBLE)
            .map(v -> group(v, judgement.findings()))
            .collect(Collectors.joining());
    return file.subject()
        + ": "
        + judgement.verdict().word()
        + "\n"
        + (groups.isEmpty() ? "\nnothing changed\n" : groups)
        + notes(file)
        + "\n"
        + versions(file)
        + "\nTo call: "
        + file.owner();
  }

  private static String group(Verdict verdict, List<Finding> findings) {
    List<Finding> those = findings.stream().filter(f -> f.verdict() == verdict).toList();
    return those.isEmpty()
        ? ""
        : "\n"
            + verdict.word()
            + "\n"
            + those.stream().map(DiffReport::finding).collect(Collectors.joining());
  }

  private static String finding(Finding finding) {
    return """
      %s: %s
        was %s in %s, is %s
        consumers see: %s
        to do: %s
    """
        .formatted(
            finding.rule().word(),
            finding.where(),
            finding.before(),
            finding.against(),
            finding.after(),
            finding.rule().why(),
            finding.rule().wayOut());
  }

  private static String notes(CheckedFile file) {
    return file.remarks().stream()
        .filter(r -> r.rule().equals(Remarks.NOTE))
        .map(r -> "\nnote: " + r.text() + "\n")
        .collect(Collectors.joining());
  }

  private static String versions(CheckedFile file) {
    return file.least()
        .map(
            v ->
                "The least version that suffices is "
                    + v
                    + "; the file "
                    + (file.standing() == Standing.PASSES ? "suffices." : "does not suffice."))
        .orElse("No earlier version of this major: any version of it suffices.");
  }
}
