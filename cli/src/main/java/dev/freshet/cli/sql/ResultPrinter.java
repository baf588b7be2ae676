package dev.freshet.cli.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Prints the rows of a result, as an aligned table or as a JSON object a line. */
final class ResultPrinter {
  private static final int WIDEST = 60;

  private ResultPrinter() {}

  static void json(ResultSet rows, PrintWriter out) throws SQLException {
    List<String> names = names(rows.getMetaData());
    while (rows.next()) {
      ObjectNode json = Json.STRICT.createObjectNode();
      for (int i = 0; i < names.size(); i++) {
        json.put(names.get(i), rows.getString(i + 1));
      }
      out.println(json);
    }
  }

  /** Reads all rows first: the widths of the columns depend on them. */
  static void table(ResultSet rows, PrintWriter out) throws SQLException {
    List<String> names = names(rows.getMetaData());
    List<List<String>> lines = new ArrayList<>();
    lines.add(names);
    while (rows.next()) {
      List<String> line = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        String value = rows.getString(i);
        line.add(value == null ? "NULL" : value);
      }
      lines.add(line);
    }
    int[] widths = widths(names.size(), lines);
    lines.forEach(line -> out.println(padded(line, widths)));
    out.println("(" + (lines.size() - 1) + (lines.size() == 2 ? " row)" : " rows)"));
  }

  private static List<String> names(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    return names;
  }

  private static int[] widths(int columns, List<List<String>> lines) {
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], line.get(i).length()));
      }
    }
    return widths;
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      text.append(line.get(i));
      text.append(" ".repeat(Math.max(0, widths[i] - line.get(i).length()) + 2));
    }
    return text.toString().stripTrailing();
  }
}
