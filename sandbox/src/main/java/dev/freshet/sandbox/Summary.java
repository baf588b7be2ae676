package dev.freshet.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.sandbox.check.CheckReport;
import java.time.Duration;
import java.util.Locale;

/**
 * What a run did and whether it held.
 *
 * @param report the check
 * @param elapsed from the command to here, without the build
 * @param bridgeKills how often the bridge was killed
 * @param exportKills how often an export was killed
 */
public record Summary(CheckReport report, Duration elapsed, int bridgeKills, int exportKills) {

  public boolean passed() {
    return report.passed();
  }

  public String text() {
    return String.format(
        Locale.ROOT,
        "%n%s%n%s after %.1f s%s%n",
        report.text(),
        passed() ? "Passed" : "FAILED",
        elapsed.toMillis() / 1000.0,
        crashes());
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
      json.set("check", Json.STRICT.readTree(report.json()));
      return Json.STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the check's report is no JSON", e);
    }
  }
}
