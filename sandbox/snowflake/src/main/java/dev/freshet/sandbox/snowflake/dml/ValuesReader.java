package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.query.Assignment;
import dev.freshet.sandbox.snowflake.query.ExpressionTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code INSERT … VALUES}; each value is cast to its column by itself. */
final class ValuesReader {

  private final TokenReader reader;
  private final Scope scope;
  private final ExpressionTranslator expressions;
  private final ColumnDefaults columns;

  ValuesReader(Translation translation, ColumnDefaults columns) {
    this.reader = translation.reader();
    this.scope = Scope.root(translation.session());
    this.expressions = new ExpressionTranslator(translation, scope);
    this.columns = columns;
  }

  /** {@code VALUES (…), …} with the defaults of the columns that are not given. */
  String rows() {
    String defaults = columns.defaultValues();
    List<String> rows = new ArrayList<>();
    do {
      rows.add("(" + row() + defaults + ")");
    } while (reader.acceptSymbol(","));
    return "VALUES " + String.join(", ", rows);
  }

  private String row() {
    List<String> cells = new ArrayList<>();
    reader.expectSymbol("(");
    do {
      if (cells.size() == columns.given().size()) {
        SourceCasts.requireCount(columns.given().size(), cells.size() + 1);
      }
      cells.add(cell(columns.given().get(cells.size())));
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    SourceCasts.requireCount(columns.given().size(), cells.size());
    return String.join(", ", cells);
  }

  private String cell(TableColumn column) {
    return reader.accept("DEFAULT")
        ? columns.defaultOf(column)
        : Assignment.of(scope, expressions.expression(), column);
  }
}
