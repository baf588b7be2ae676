package dev.freshet.cli.contract.report;

import java.util.List;
import java.util.stream.Collectors;

/** The report for people. */
final class TextReport {
  private TextReport() {}

  static String print(List<CheckedFile> files) {
    return files.stream().map(TextReport::file).collect(Collectors.joining("\n\n"));
  }

  private static String file(CheckedFile file) {
    StringBuilder text = new StringBuilder(file.headline());
    file.contract()
        .ifPresent(
            c ->
                text.append("\n  ")
                    .append(file.subject())
                    .append(", ")
                    .append(c.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .append(" contract over ")
                    .append(c.source())
                    .append(", ")
                    .append(c.fields().size())
                    .append(" fields"));
    for (Remark remark : file.remarks()) {
      text.append("\n  ").append(remark(remark));
    }
    file.advice().forEach(a -> text.append("\n  ").append(a));
    return text.append("\n  To call: ").append(file.owner()).toString();
  }

  private static String remark(Remark remark) {
    return "%s, line %d, %s: %s"
        .formatted(
            remark.level().word(),
            remark.line(),
            remark.rule(),
            remark.text().replace("\n", "\n    "));
  }
}
