package dev.freshet.cli.snowflake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that fits in memory: what people ask for by hand. */
record ResultTable(List<String> columns, List<List<@Nullable String>> rows) {
  private static final String NULL = "NULL";

  static ResultTable of(ResultSet result) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      columns.add(result.getMetaData().getColumnLabel(i));
    }
    List<List<@Nullable String>> rows = new ArrayList<>();
    while (result.next()) {
      List<@Nullable String> row = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(result.getString(i));
      }
      rows.add(row);
    }
    return new ResultTable(columns, rows);
  }

  /** Columns side by side, as wide as their values. */
  String text() {
    int[] widths = columns.stream().mapToInt(String::length).toArray();
    for (List<@Nullable String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], shown(row.get(i)).length());
      }
    }
    StringBuilder text = new StringBuilder();
    line(text, columns, widths);
    for (List<@Nullable String> row : rows) {
      line(text, row, widths);
    }
    return text.append("(")
        .append(rows.size())
        .append(rows.size() == 1 ? " row)" : " rows)")
        .toString();
  }

  private static void line(StringBuilder text, List<? extends @Nullable String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String value = shown(row.get(i));
      line.append(value).append(" ".repeat(widths[i] - value.length() + 2));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String shown(@Nullable String value) {
    return value == null ? NULL : value;
  }

  /** An array of objects, all values as texts. */
  String json() {
    ArrayNode array = Json.STRICT.createArrayNode();
    for (List<@Nullable String> row : rows) {
      ObjectNode object = array.addObject();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i));
      }
    }
    return array.toPrettyString();
  }
}
