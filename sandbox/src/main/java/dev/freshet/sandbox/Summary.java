package dev.freshet.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.sandbox.check.CheckReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run did and whether it held.
 *
 * @param verdicts what the gate said of changes it was asked about
 * @param report the check
 * @param elapsed from the command to here, without the build
 * @param bridgeKills how often the bridge was killed
 * @param exportKills how often an export was killed
 */
public record Summary(
    List<Verdict> verdicts,
    CheckReport report,
    Duration elapsed,
    int bridgeKills,
    int exportKills) {
  public Summary {
    verdicts = List.copyOf(verdicts);
  }

  public boolean passed() {
    return report.passed() && verdicts.stream().allMatch(Verdict::expected);
  }

  public String text() {
    return String.format(
        Locale.ROOT,
        "%n%s%s%n%s after %.1f s%s%n",
        gate(),
        report.text(),
        passed() ? "Passed" : "FAILED",
        elapsed.toMillis() / 1000.0,
        crashes());
  }

  private String gate() {
    if (verdicts.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add("The gate, asked about changes of a contract (docs/mistakes.md has more):");
    verdicts.forEach(verdict -> lines.add(verdict.text()));
    verdicts.stream()
        .map(Verdict::owner)
        .filter(owner -> !owner.isEmpty())
        .findFirst()
        .ifPresent(owner -> lines.add("  to be asked: " + owner));
    return String.join(System.lineSeparator(), lines)
        + System.lineSeparator()
        + System.lineSeparator();
  }

  private String crashes() {
    if (bridgeKills + exportKills == 0) {
      return ".";
    }
    return ", with the bridge killed "
        + bridgeKills
        + " and an export killed "
        + exportKills
        + " times.";
  }

  public String json() {
    try {
      ObjectNode json = Json.STRICT.createObjectNode();
      json.put("passed", passed()).put("elapsed_seconds", elapsed.toMillis() / 1000.0);
      json.put("bridge_kills", bridgeKills).put("export_kills", exportKills);
      ArrayNode gate = json.putArray("gate");
      verdicts.forEach(verdict -> gate.add(verdict.json()));
      json.set("check", Json.STRICT.readTree(report.json()));
      return Json.STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the check's report is no JSON", e);
    }
  }
}
