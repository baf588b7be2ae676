package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.query.Expr;
import dev.freshet.sandbox.snowflake.query.ExpressionTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One INTO of a multi-table INSERT.
 *
 * @param values the values, separated by commas; {@code *} for the source's columns as they are
 * @param condition which rows of the source go there
 */
record Branch(Table table, ColumnDefaults columns, String values, String condition) {

  /**
   * Reads all branches.
   *
   * @param first whether a row goes only to the first branch whose condition holds
   */
  static List<Branch> readAll(Translation translation, Scope scope, boolean first) {
    TokenReader reader = translation.reader();
    List<Branch> branches = new ArrayList<>();
    List<String> earlier = new ArrayList<>();
    while (true) {
      if (reader.accept("WHEN")) {
        String holds = holds(new ExpressionTranslator(translation, scope).expression());
        reader.expect("THEN");
        into(translation, scope, first ? after(earlier, holds) : holds, branches);
        earlier.add(holds);
      } else if (reader.accept("ELSE")) {
        into(translation, scope, after(earlier, "true"), branches);
      } else if (reader.peek().isWord("INTO")) {
        into(translation, scope, "true", branches);
      } else {
        return branches;
      }
    }
  }

  private static String holds(Expr condition) {
    return "coalesce(" + condition.sql() + ", false)";
  }

  private static String after(List<String> earlier, String holds) {
    StringBuilder condition = new StringBuilder(holds);
    earlier.forEach(other -> condition.append(" AND NOT ").append(other));
    return condition.toString();
  }

  private static void into(
      Translation translation, Scope scope, String condition, List<Branch> branches) {
    TokenReader reader = translation.reader();
    reader.expect("INTO");
    do {
      Table table = Target.table(translation.session(), reader);
      ColumnDefaults columns = ColumnDefaults.read(translation.session(), reader, table);
      String values = reader.accept("VALUES") ? values(translation, scope, columns) : "*";
      branches.add(new Branch(table, columns, values, condition));
    } while (reader.accept("INTO"));
  }

  private static String values(Translation translation, Scope scope, ColumnDefaults columns) {
    TokenReader reader = translation.reader();
    ExpressionTranslator expressions = new ExpressionTranslator(translation, scope);
    List<String> values = new ArrayList<>();
    reader.expectSymbol("(");
    do {
      boolean preset = reader.accept("DEFAULT");
      values.add(
          preset
              ? columns.defaultOf(columns.given().get(values.size()))
              : expressions.expression().sql());
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    SourceCasts.requireCount(columns.given().size(), values.size());
    return String.join(", ", values);
  }
}
