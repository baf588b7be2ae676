package dev.freshet.sandbox.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.TreeMap;

/**
 * {@code {passed, contracts: [{contract, kind, passed, <witness>: {change_sets, upserts, deletes},
 * rows: {held, published, equal}, rejections: {<rule>: keys}, problems}]}}.
 */
final class ReportJson {
  private ReportJson() {}

  static ObjectNode of(CheckReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("passed", report.passed());
    ArrayNode contracts = json.putArray("contracts");
    report.contracts().forEach(contract -> contracts.add(of(contract)));
    return json;
  }

  private static ObjectNode of(ContractReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("contract", report.contract().id().toString());
    json.put("kind", report.contract().kind().name().toLowerCase(Locale.ROOT));
    json.put("passed", report.passed());
    for (Tally tally : report.witnesses()) {
      Published total = tally.total();
      json.putObject(tally.witness())
          .put("change_sets", tally.changeSets())
          .put("upserts", total.upserts())
          .put("deletes", total.deletes());
    }
    json.putObject("rows")
        .put("held", report.rows().held())
        .put("published", report.rows().published())
        .put("equal", report.rows().equal());
    ObjectNode rejections = json.putObject("rejections");
    new TreeMap<>(report.rejections().byRule()).forEach(rejections::put);
    ArrayNode problems = json.putArray("problems");
    report.problems().forEach(problem -> add(problems, problem));
    return json;
  }

  private static void add(ArrayNode problems, Problem problem) {
    ObjectNode json =
        problems.addObject().put("what", problem.what()).put("count", problem.count());
    ArrayNode examples = json.putArray("examples");
    problem.examples().forEach(examples::add);
  }
}
