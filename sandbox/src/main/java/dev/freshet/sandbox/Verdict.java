package dev.freshet.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import java.util.List;

/**
 * What the gate said of a proposed change.
 *
 * @param change what was proposed
 * @param accepted whether it may be registered
 * @param rules the rules that refuse it
 * @param owner who decides, as the gate names them
 * @param expected whether the gate said what it should
 */
public record Verdict(
    String change, boolean accepted, List<String> rules, String owner, boolean expected) {
  public Verdict {
    rules = List.copyOf(rules);
  }

  /** One line for the summary. */
  String text() {
    String why = rules.isEmpty() ? "" : ": " + String.join(", ", rules);
    String wrong = expected ? "" : "  WRONG: the gate should have said otherwise";
    return "  %-8s  %s%s%s".formatted(accepted ? "accepted" : "refused", change, why, wrong);
  }

  ObjectNode json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    json.put("change", change).put("accepted", accepted).put("expected", expected);
    rules.forEach(json.putArray("rules")::add);
    return json;
  }
}
