package dev.freshet.cli.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.contract.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of named values, printed as an aligned table or as JSON. */
final class Listing {
  private final List<ObjectNode> rows = new ArrayList<>();

  /** A new row, to be filled in the order of the columns. */
  ObjectNode row() {
    ObjectNode row = Json.STRICT.createObjectNode();
    rows.add(row);
    return row;
  }

  /** The rows as a JSON array. */
  ArrayNode json() {
    return Json.STRICT.createArrayNode().addAll(rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  String print(OutputFormat format) {
    if (format == OutputFormat.JSON) {
      return json().toPrettyString();
    }
    return rows.isEmpty() ? "nothing yet" : table();
  }

  private String table() {
    List<String> columns = rows.get(0).properties().stream().map(Map.Entry::getKey).toList();
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    rows.forEach(r -> lines.add(columns.stream().map(c -> r.path(c).asText()).toList()));
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> lines.stream().mapToInt(l -> l.get(i).length()).max().orElse(0))
            .toArray();
    return lines.stream().map(l -> line(l, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
