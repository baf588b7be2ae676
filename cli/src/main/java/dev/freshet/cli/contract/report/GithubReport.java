package dev.freshet.cli.contract.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Annotations on the lines of a pull request (docs.github.com, actions: workflow commands). A file
 * that passes with nothing to say is a plain line in the log.
 */
final class GithubReport {
  private GithubReport() {}

  static String print(List<CheckedFile> files) {
    return files.stream().flatMap(GithubReport::lines).collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(CheckedFile file) {
    return Stream.concat(
        Stream.of(file.headline()), file.remarks().stream().map(r -> annotation(file, r)));
  }

  private static String annotation(CheckedFile file, Remark remark) {
    return "::%s file=%s,line=%d,title=%s::%s"
        .formatted(
            remark.level().word(),
            property(file.file().toString().replace('\\', '/')),
            remark.line(),
            property(file.subject() + ": " + remark.rule()),
            data(remark.text() + "\nTo call: " + file.owner()));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
