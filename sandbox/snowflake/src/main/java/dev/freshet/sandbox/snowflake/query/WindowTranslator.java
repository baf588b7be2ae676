package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Reads ORDER BY lists and OVER clauses. */
final class WindowTranslator {

  private final TokenReader reader;
  private final ExpressionTranslator expressions;

  WindowTranslator(TokenReader reader, ExpressionTranslator expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  /**
   * {@code OVER (…)} with a blank before it; empty if there is none.
   *
   * @param defaultFrame the frame if none is written; empty for DuckDB's, which is mostly
   *     Snowflake's
   */
  String over(String defaultFrame) {
    if (!reader.accept("OVER")) {
      return "";
    }
    reader.expectSymbol("(");
    List<String> parts = new ArrayList<>();
    if (reader.accept("PARTITION", "BY")) {
      parts.add("PARTITION BY " + Call.list(expressions.list()));
    }
    boolean ordered = reader.accept("ORDER", "BY");
    if (ordered) {
      parts.add("ORDER BY " + order());
    }
    String unit = reader.acceptAny("ROWS", "RANGE");
    if (!unit.isEmpty()) {
      parts.add(unit + frame());
    } else if (ordered && !defaultFrame.isEmpty()) {
      parts.add(defaultFrame);
    }
    reader.expectSymbol(")");
    return " OVER (" + String.join(" ", parts) + ")";
  }

  /** What stands behind ORDER BY. */
  String order() {
    List<String> items = new ArrayList<>();
    do {
      StringBuilder item = new StringBuilder(expressions.expression().sql());
      String direction = reader.acceptAny("ASC", "DESC");
      if (!direction.isEmpty()) {
        item.append(' ').append(direction);
      }
      if (reader.accept("NULLS")) {
        String where = reader.acceptAny("FIRST", "LAST");
        if (where.isEmpty()) {
          throw reader.unexpected("expected FIRST or LAST");
        }
        item.append(" NULLS ").append(where);
      }
      items.add(item.toString());
    } while (reader.acceptSymbol(","));
    return String.join(", ", items);
  }

  private String frame() {
    if (!reader.accept("BETWEEN")) {
      return " " + bound();
    }
    String from = bound();
    reader.expect("AND");
    return " BETWEEN " + from + " AND " + bound();
  }

  private String bound() {
    if (reader.accept("CURRENT", "ROW")) {
      return "CURRENT ROW";
    }
    String distance = reader.accept("UNBOUNDED") ? "UNBOUNDED" : Integer.toString(reader.integer());
    String direction = reader.acceptAny("PRECEDING", "FOLLOWING");
    if (direction.isEmpty()) {
      throw reader.unexpected("expected PRECEDING or FOLLOWING");
    }
    return distance + " " + direction;
  }
}
