package dev.freshet.cli.contract.report;

import java.util.List;
import java.util.function.Function;

/** How the report on contract files is printed: for people, programs, test pages, pull requests. */
public enum ReportFormat {
  TEXT(TextReport::print),
  JSON(JsonReport::print),
  JUNIT(JunitReport::print),
  GITHUB(GithubReport::print);

  private final Function<List<CheckedFile>, String> printer;

  ReportFormat(Function<List<CheckedFile>, String> printer) {
    this.printer = printer;
  }

  /** The report, without a line end. */
  public String print(List<CheckedFile> files) {
    return printer.apply(files);
  }
}
