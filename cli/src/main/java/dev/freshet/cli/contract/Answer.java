package dev.freshet.cli.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.command.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a procedure about contracts answered; docs/lifecycle.md has the fields. */
public record Answer(ObjectNode json) {

  /** Where the contract or its version stands now; empty if the answer does not say. */
  public String state() {
    return json.path("state").asText();
  }

  /** Whether the gate, or a rehearsal, stands against what was asked. */
  public boolean isRefused() {
    return state().equals("refused") || json.path("verdict").asText().equals("refused");
  }

  /** For people or for programs. */
  public String print(OutputFormat format) {
    return format == OutputFormat.JSON ? json.toPrettyString() : text();
  }

  /** One line a field; lists and objects one line an element. */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String name = field.getKey().replace('_', ' ');
      JsonNode value = field.getValue();
      if (value.isArray()) {
        value.forEach(element -> lines.add(name + ": " + line(element)));
      } else if (!value.isNull()) {
        lines.add(name + ": " + line(value));
      }
    }
    return String.join("\n", lines);
  }

  private static String line(JsonNode value) {
    if (value.has("rule")) {
      return (value.path("refuses").asBoolean() ? "refuses, " : "note, ")
          + value.path("rule").asText()
          + ", "
          + value.path("where").asText()
          + ": "
          + value.path("message").asText();
    }
    if (!value.isObject()) {
      return value.asText();
    }
    List<String> parts = new ArrayList<>();
    value
        .properties()
        .forEach(f -> parts.add(f.getKey().replace('_', ' ') + " " + f.getValue().asText()));
    return String.join(", ", parts);
  }
}
