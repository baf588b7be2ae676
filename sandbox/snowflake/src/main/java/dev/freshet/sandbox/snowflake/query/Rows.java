package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of VALUES, with one type for each column. */
public final class Rows {

  private Rows() {}

  public static String unified(Scope scope, List<List<Expr>> rows) {
    List<List<Expr>> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      int column = i;
      List<Expr> cells = rows.stream().map(row -> row.get(column)).toList();
      boolean mixed =
          cells.stream().anyMatch(c -> c.form() == Form.NUMBER && c.sql().contains("."))
              && cells.stream().anyMatch(c -> !c.isLiteral());
      boolean times = cells.stream().anyMatch(c -> c.type().filter(SqlType::isTimestamp).isPresent());
      columns.add(mixed || times ? Numbers.unify(scope, cells) : cells);
    }
    List<String> written = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      int row = r;
      written.add(
          columns.stream().map(c -> c.get(row).sql()).collect(Collectors.joining(", ", "(", ")")));
    }
    return String.join(", ", written);
  }
}
