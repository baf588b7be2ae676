package dev.freshet.cli.contract.report;

import java.util.List;

/** How the report on contract files is printed: for people, programs, test pages, pull requests. */
public enum ReportFormat {
  TEXT,
  JSON,
  JUNIT,
  GITHUB;

  /** The report, without a line end. */
  public String print(List<CheckedFile> files) {
    return switch (this) {
      case TEXT -> TextReport.print(files);
      case JSON -> JsonReport.print(files);
      case JUNIT -> JunitReport.print(files);
      case GITHUB -> GithubReport.print(files);
    };
  }
}
