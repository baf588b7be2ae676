package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report as an aligned table: one line per contract and witness, then how the facts compare.
 */
final class ReportText {
  private static final String LINE = "  %-12s %12s %12s %12s";

  private ReportText() {}

  static String of(CheckReport report) {
    List<String> lines = new ArrayList<>();
    report.contracts().forEach(contract -> lines.addAll(of(contract)));
    lines.add(verdict(report));
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> of(ContractReport report) {
    List<String> lines = new ArrayList<>();
    Contract contract = report.contract();
    lines.add(contract.id() + " (" + contract.kind().name().toLowerCase(Locale.ROOT) + ")");
    lines.add(LINE.formatted("", "change sets", "upserts", "deletes"));
    for (Tally tally : report.witnesses()) {
      Published total = tally.total();
      lines.add(
          LINE.formatted(
              tally.witness(),
              number(tally.changeSets()),
              number(total.upserts()),
              number(total.deletes())));
    }
    lines.add(rows(report));
    if (report.rejections().total() > 0) {
      lines.add("  set aside: " + report.rejections() + "; to be told: " + contract.owner());
    }
    report.problems().forEach(problem -> lines.add("  WRONG: " + problem));
    lines.add("");
    return lines;
  }

  private static String rows(ContractReport report) {
    Rows rows = report.rows();
    boolean state = report.contract().kind() == Contract.Kind.STATE;
    return "  %s %s, %s %s, %s equal in every value"
        .formatted(
            number(rows.held()),
            state ? "rows in the source" : "rows inserted in the source",
            number(rows.published()),
            state ? "keys in the topic" : "events in the topic",
            rows.allEqual() ? "all" : number(rows.equal()));
  }

  private static String verdict(CheckReport report) {
    long failed = report.contracts().stream().filter(contract -> !contract.passed()).count();
    int all = report.contracts().size();
    return report.passed()
        ? "Check passed: " + all + " of " + all + " contracts agree."
        : "Check FAILED: " + failed + " of " + all + " contracts do not agree.";
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
