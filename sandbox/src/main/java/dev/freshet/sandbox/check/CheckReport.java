package dev.freshet.sandbox.check;

import java.util.List;

/** The outcome of a check; {@link ReportText} and {@link ReportJson} write it down. */
public record CheckReport(List<ContractReport> contracts) {
  public CheckReport {
    contracts = List.copyOf(contracts);
  }

  /** Whether every contract passed, and there was one. */
  public boolean passed() {
    return !contracts.isEmpty() && contracts.stream().allMatch(ContractReport::passed);
  }

  /** For a terminal: several lines, without a final line break. */
  public String text() {
    return ReportText.of(this);
  }

  /** For programs: one JSON object. */
  public String json() {
    return ReportJson.of(this).toString();
  }
}
