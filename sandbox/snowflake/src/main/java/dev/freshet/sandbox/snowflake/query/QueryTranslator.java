package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a query: WITH, SELECT, set operations, ORDER BY, LIMIT. */
public final class QueryTranslator {

  /** Words that end a select list, or an item of FROM. */
  static final Set<String> CLAUSES =
      Set.of(
          "WHERE",
          "GROUP",
          "HAVING",
          "QUALIFY",
          "ORDER",
          "LIMIT",
          "FETCH",
          "UNION",
          "MINUS",
          "EXCEPT",
          "INTERSECT");

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private String top = "";
  private Optional<String> row = Optional.empty();

  public QueryTranslator(Translation translation, Scope scope) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
  }

  /** The last column of the query, with the ids of its rows; empty unless they are traced. */
  Optional<String> row() {
    return row;
  }

  public String query() {
    return source().sql();
  }

  /** The query, and one of the same columns that is bound sooner. */
  Source source() {
    String with = reader.accept("WITH") ? with() : "";
    Scope first = scope.inner();
    top = "";
    Source only = member(first);
    Optional<String> firstRow = row;
    List<String> members = new ArrayList<>(List.of(only.sql()));
    List<String> operators = new ArrayList<>();
    for (String operator = setOperator(); !operator.isEmpty(); operator = setOperator()) {
      operators.add(operator);
      String member = member(scope.inner()).sql();
      members.add(numbered(members.size(), member));
    }
    row = firstRow;
    if (operators.isEmpty()) {
      return Source.of(with).with("", only).with(orderAndLimit(first) + top);
    }
    members.set(0, numbered(0, members.get(0)));
    if (!top.isEmpty()) {
      throw new UnsupportedSql("TOP in a set operation (put the SELECT in brackets)");
    }
    List<String> unified = Members.unified(scope, members);
    StringBuilder sql = new StringBuilder(unified.get(0));
    for (int i = 0; i < operators.size(); i++) {
      sql.append(' ').append(operators.get(i)).append(' ').append(unified.get(i + 1));
    }
    return Source.of(with + sql + orderAndLimit(scope.inner()));
  }

  /** Rows of different members are different rows, also if they come from the same. */
  private String numbered(int member, String sql) {
    return row.map(
            id -> "SELECT * REPLACE ('%d:' || %s AS %s) FROM (%s)".formatted(member, id, id, sql))
        .orElse(sql);
  }

  private String with() {
    boolean recursive = reader.accept("RECURSIVE");
    List<String> all = new ArrayList<>();
    do {
      String name = reader.identifier();
      String columns = reader.peek().isSymbol("(") ? columnNames() : "";
      reader.expect("AS");
      reader.expectSymbol("(");
      if (recursive) {
        throw new UnsupportedSql("WITH RECURSIVE");
      }
      QueryTranslator query = new QueryTranslator(translation, scope.inner());
      String definition = Identifiers.encode(name) + columns + " AS (" + query.query() + ")";
      query.row().ifPresent(id -> scope.addCteRow(name, id));
      reader.expectSymbol(")");
      scope.addCte(name, definition);
      all.add(definition);
    } while (reader.acceptSymbol(","));
    return "WITH " + String.join(", ", all) + " ";
  }

  private String columnNames() {
    reader.expectSymbol("(");
    List<String> names = new ArrayList<>();
    do {
      names.add(Identifiers.encode(reader.identifier()));
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return "(" + String.join(", ", names) + ")";
  }

  private String setOperator() {
    if (reader.accept("UNION")) {
      if (reader.accept("BY", "NAME")) {
        throw new UnsupportedSql("UNION BY NAME");
      }
      return reader.accept("ALL") ? "UNION ALL" : changeless("UNION");
    }
    if (reader.accept("MINUS") || reader.accept("EXCEPT")) {
      return changeless("EXCEPT");
    }
    return reader.accept("INTERSECT") ? changeless("INTERSECT") : "";
  }

  /** A clause whose rows come from no single ones. */
  private String traceless(String clause) {
    translation.refuseTraced("'" + clause + "'");
    return clause;
  }

  /** A clause whose rows cannot be told from those of before by what changed. */
  private String changeless(String clause) {
    translation.refuseChanges("'" + clause + "'");
    return clause;
  }

  private Source member(Scope inner) {
    if (reader.acceptSymbol("(")) {
      QueryTranslator translator = new QueryTranslator(translation, inner);
      Source query = translator.source();
      row = translator.row();
      reader.expectSymbol(")");
      return query.inBrackets();
    }
    if (reader.peek().isWord("VALUES")) {
      row = Optional.empty();
      String values = new FromTranslator(translation, inner).values();
      return Source.of("SELECT * FROM " + values);
    }
    reader.expect("SELECT");
    return select(inner);
  }

  /**
   * FROM is read before the select list that stands in front of it: the list's types depend on it.
   */
  private Source select(Scope inner) {
    int start = reader.mark();
    Source from = Source.NONE;
    int behind = -1;
    if (skipToFrom()) {
      from = Source.of(" FROM ").with("", new FromTranslator(translation, inner).from());
      behind = reader.mark();
    }
    reader.reset(start);
    ExpressionTranslator expressions = new ExpressionTranslator(translation, inner);
    StringBuilder list = new StringBuilder("SELECT ");
    list.append(reader.accept("DISTINCT") ? traceless("DISTINCT") + " " : "");
    reader.accept("ALL");
    top = reader.accept("TOP") ? limit("TOP", Integer.toString(reader.integer())) : "";
    list.append(new SelectList(translation, inner).read()).append(traced(inner));
    if (behind >= 0) {
      reader.expect("FROM");
      reader.reset(behind);
    }
    StringBuilder rest = new StringBuilder();
    clause(rest, "WHERE", expressions);
    groupBy(rest, expressions);
    clause(rest, "HAVING", expressions);
    clause(rest, "QUALIFY", expressions);
    return Source.of(list.toString()).with("", from).with(rest.toString());
  }

  /** The column of ids behind a select list. */
  private String traced(Scope inner) {
    row = translation.traced() ? translation.past().map(Past::newColumn) : Optional.empty();
    return row.map(id -> ", " + inner.row() + " AS " + id).orElse("");
  }

  private void clause(StringBuilder sql, String word, ExpressionTranslator expressions) {
    if (reader.accept(word)) {
      if (!word.equals("WHERE")) {
        traceless(word);
      }
      sql.append(' ').append(word).append(' ').append(expressions.expression().sql());
    }
  }

  private void groupBy(StringBuilder sql, ExpressionTranslator expressions) {
    if (!reader.accept("GROUP", "BY")) {
      return;
    }
    traceless("GROUP BY");
    if (reader.accept("ALL")) {
      sql.append(" GROUP BY ALL");
      return;
    }
    if (Set.of("ROLLUP", "CUBE", "GROUPING").contains(reader.peek().text())) {
      throw new UnsupportedSql("GROUP BY " + reader.peek().text());
    }
    sql.append(" GROUP BY ").append(Call.list(expressions.list()));
  }

  /** Moves to the FROM of the select list at the cursor; false if it has none. */
  private boolean skipToFrom() {
    int depth = 0;
    while (!reader.atEnd()) {
      Token token = reader.peek();
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")") && --depth < 0) {
        return false;
      } else if (depth == 0 && partOfExpression()) {
        reader.next();
      } else if (depth == 0 && reader.accept("FROM")) {
        return true;
      } else if (depth == 0 && token.kind() == Kind.WORD && CLAUSES.contains(token.text())) {
        return false;
      }
      reader.next();
    }
    return false;
  }

  /** {@code IS DISTINCT FROM} and {@code WITHIN GROUP} hold words that otherwise begin a clause. */
  private boolean partOfExpression() {
    return reader.startsWith("DISTINCT", "FROM") || reader.startsWith("WITHIN", "GROUP");
  }

  private String orderAndLimit(Scope visible) {
    StringBuilder sql = new StringBuilder();
    if (reader.accept("ORDER", "BY")) {
      translation.refuseOrder();
      ExpressionTranslator expressions = new ExpressionTranslator(translation, visible);
      String order = new WindowTranslator(reader, expressions).order();
      sql.append(" ORDER BY ").append(order);
    }
    if (reader.accept("LIMIT")) {
      sql.append(limit("LIMIT", reader.accept("NULL") ? "NULL" : number()));
    }
    if (reader.accept("OFFSET")) {
      changeless("OFFSET");
      sql.append(" OFFSET ").append(number());
    }
    if (reader.accept("FETCH")) {
      reader.acceptAny("FIRST", "NEXT");
      sql.append(limit("FETCH", number()));
      reader.acceptAny("ROW", "ROWS");
      reader.accept("ONLY");
    }
    return sql.toString();
  }

  private String limit(String clause, String rows) {
    changeless(clause);
    return " LIMIT " + rows;
  }

  private String number() {
    if (reader.peek().kind() == Kind.NUMBER) {
      return reader.next().text();
    }
    throw reader.unexpected("expected a number");
  }

  /** The names of a list of identifiers as DuckDB has them, in brackets. */
  static String bracketed(List<String> names) {
    return names.stream().map(Identifiers::encode).collect(Collectors.joining(", ", "(", ")"));
  }
}
