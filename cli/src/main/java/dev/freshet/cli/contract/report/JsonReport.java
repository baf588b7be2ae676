package dev.freshet.cli.contract.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.evolution.Finding;
import java.util.List;
import java.util.Locale;

/** The report for programs; names and words in it stay. */
final class JsonReport {
  private JsonReport() {}

  static String print(List<CheckedFile> files) {
    ObjectNode report = Json.STRICT.createObjectNode();
    ArrayNode array = report.putArray("files");
    files.forEach(f -> fill(array.addObject(), f));
    return report.toPrettyString();
  }

  private static void fill(ObjectNode node, CheckedFile file) {
    node.put("file", file.file().toString());
    node.put("standing", file.standing().name().toLowerCase(Locale.ROOT));
    node.put("owner", file.owner());
    file.contract()
        .ifPresent(
            c -> node.put("contract", c.id().toString()).put("version", c.version().toString()));
    file.judgement().ifPresent(j -> node.put("verdict", j.verdict().word()));
    file.least().ifPresent(v -> node.put("least_version", v.toString()));
    ArrayNode findings = node.putArray("findings");
    file.judgement()
        .ifPresent(j -> j.findings().forEach(f -> fill(findings.addObject(), f)));
    ArrayNode remarks = node.putArray("remarks");
    for (Remark remark : file.remarks()) {
      remarks
          .addObject()
          .put("level", remark.level().word())
          .put("rule", remark.rule())
          .put("where", remark.where())
          .put("line", remark.line())
          .put("text", remark.text());
    }
  }

  private static void fill(ObjectNode node, Finding finding) {
    node.put("rule", finding.rule().word())
        .put("verdict", finding.verdict().word())
        .put("against", finding.against().toString())
        .put("where", finding.where())
        .put("before", finding.before())
        .put("after", finding.after())
        .put("consumers_see", finding.rule().why())
        .put("to_do", finding.rule().wayOut());
  }
}
