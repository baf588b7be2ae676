package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands behind FROM: items, joins, aliases. */
public final class FromTranslator {

  private static final Set<String> NO_ALIAS =
      Set.of(
          "WHERE",
          "GROUP",
          "HAVING",
          "QUALIFY",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "UNION",
          "MINUS",
          "EXCEPT",
          "INTERSECT",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "ON",
          "USING",
          "SET",
          "WHEN",
          "ASOF",
          "SAMPLE",
          "TABLESAMPLE",
          "PIVOT",
          "UNPIVOT",
          "MATCH_RECOGNIZE",
          "CONNECT",
          "START",
          "FOR",
          "AT",
          "BEFORE",
          "CHANGES",
          "WINDOW",
          "VALUES",
          "SELECT",
          "FILE_FORMAT");

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private final RelationTranslator relations;

  public FromTranslator(Translation translation, Scope scope) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
    this.relations = new RelationTranslator(translation, scope);
  }

  /** Items separated by commas; the scope then sees them all. */
  Source from() {
    Source all = joined(Source.NONE);
    while (reader.acceptSymbol(",")) {
      all = all.with(", ", joined(all.with(", ")));
      scope.setFrom(all.typing());
    }
    return all;
  }

  /**
   * An item and what is joined to it.
   *
   * @param before the items before it, for types and lateral references
   */
  public String joined(String before) {
    return joined(Source.of(before)).sql();
  }

  private Source joined(Source before) {
    Source left = item();
    scope.setFrom(before.typing() + left.typing());
    while (true) {
      String join = join();
      if (join.isEmpty()) {
        refuseRest();
        return left;
      }
      refuseOuter(join);
      Source right = item();
      scope.setFrom(before.typing() + left.typing() + ", " + right.typing());
      String condition = join.contains("CROSS") || join.contains("NATURAL") ? "" : condition();
      boolean bare = condition.isEmpty() && !join.contains("NATURAL");
      left = left.with(bare ? " CROSS JOIN " : " " + join + " ", right).with(condition);
      scope.setFrom(before.typing() + left.typing());
    }
  }

  private String join() {
    if (reader.accept("CROSS", "JOIN")) {
      return "CROSS JOIN";
    }
    int mark = reader.mark();
    String natural = reader.accept("NATURAL") ? "NATURAL " : "";
    String side = reader.acceptAny("INNER", "LEFT", "RIGHT", "FULL");
    reader.accept("OUTER");
    if (reader.accept("JOIN")) {
      return natural + (side.isEmpty() ? "INNER" : side) + " JOIN";
    }
    reader.reset(mark);
    return "";
  }

  private String condition() {
    if (reader.accept("ON")) {
      return " ON " + new ExpressionTranslator(translation, scope).expression().sql();
    }
    if (reader.accept("USING")) {
      reader.expectSymbol("(");
      List<String> names = new ArrayList<>();
      do {
        names.add(reader.identifier());
      } while (reader.acceptSymbol(","));
      reader.expectSymbol(")");
      return " USING " + QueryTranslator.bracketed(names);
    }
    return "";
  }

  private void refuseOuter(String join) {
    for (String side : List.of("LEFT", "RIGHT", "FULL")) {
      if (join.contains(side)) {
        translation.refuseTraced("joins of type '[" + side + "_OUTER_JOIN]'");
      }
    }
  }

  private void refuseRest() {
    String found =
        reader.acceptAny(
            "SAMPLE",
            "TABLESAMPLE",
            "PIVOT",
            "UNPIVOT",
            "MATCH_RECOGNIZE",
            "CONNECT",
            "START",
            "ASOF",
            "FOR",
            "WINDOW");
    if (!found.isEmpty()) {
      throw new UnsupportedSql(found + " in a query");
    }
  }

  private Source item() {
    boolean lateral = reader.accept("LATERAL");
    if (reader.peek().isSymbol("(")) {
      return lateral ? Source.of("LATERAL " + bracket().sql()) : bracket();
    }
    if (reader.peek().isWord("VALUES")) {
      return Source.of(values());
    }
    if (reader.peek().kind() == Kind.STAGE) {
      return alias(Source.of(relations.stage()), "");
    }
    if (lateral || (reader.peek().isWord("TABLE") && reader.peek(1).isSymbol("("))) {
      return alias(Source.of(relations.tableFunction()), "");
    }
    RelationTranslator.Named relation = relations.named();
    return alias(Source.of(relation.sql()), relation.name());
  }

  private Source bracket() {
    boolean query = reader.peek(1).isWord("SELECT") || reader.peek(1).isWord("WITH");
    if (!query && bracketedQuery()) {
      query = true;
    }
    reader.expectSymbol("(");
    if (query) {
      QueryTranslator translator = new QueryTranslator(translation, scope.inner());
      Source derived = translator.source();
      translator.row().ifPresent(scope::addRow);
      reader.expectSymbol(")");
      return alias(derived.inBrackets(), "");
    }
    Source inner = joined(Source.NONE);
    while (reader.acceptSymbol(",")) {
      inner = inner.with(", ", joined(inner.with(", ")));
    }
    reader.expectSymbol(")");
    boolean several = inner.sql().contains(" JOIN ");
    if (!hasAlias()) {
      return several ? inner.inBrackets() : inner;
    }
    return alias(Source.of("SELECT * FROM ").with("", inner).inBrackets(), "");
  }

  /** Whether brackets hold a set operation of bracketed queries, and not a join. */
  private boolean bracketedQuery() {
    if (!reader.peek(1).isSymbol("(")) {
      return false;
    }
    TokenReader inside = reader.restarted();
    inside.reset(reader.mark() + 1);
    int ahead = 0;
    while (inside.peek(ahead).isSymbol("(")) {
      ahead++;
    }
    boolean select = inside.peek(ahead).isWord("SELECT") || inside.peek(ahead).isWord("WITH");
    Token behind = inside.peek(inside.aheadToClose() + 1);
    return select
        && (behind.isWord("UNION")
            || behind.isWord("MINUS")
            || behind.isWord("EXCEPT")
            || behind.isWord("INTERSECT"));
  }

  /**
   * {@code VALUES (…), (…)}, with or without alias; columns are COLUMN1, COLUMN2 … unless named.
   */
  String values() {
    translation.refuseTraced("VALUES");
    reader.expect("VALUES");
    ExpressionTranslator expressions = new ExpressionTranslator(translation, scope);
    List<List<Expr>> rows = new ArrayList<>();
    do {
      reader.expectSymbol("(");
      rows.add(expressions.list());
      reader.expectSymbol(")");
    } while (reader.peek().isSymbol(",") && reader.peek(1).isSymbol("(") && accepted());
    String sql = "(VALUES " + Rows.unified(scope, rows) + ")";
    boolean named = hasAlias();
    String alias = named ? aliasName() : "VALUES";
    String columns = reader.peek().isSymbol("(") && named ? columnAliases() : "";
    return sql
        + " AS "
        + Identifiers.encode(alias)
        + (columns.isEmpty() ? defaultColumns(rows.get(0).size()) : columns);
  }

  private boolean accepted() {
    return reader.acceptSymbol(",");
  }

  private static String defaultColumns(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("COLUMN" + i);
    }
    return QueryTranslator.bracketed(names);
  }

  private boolean hasAlias() {
    Token token = reader.peek();
    return token.isWord("AS")
        || token.kind() == Kind.QUOTED
        || (token.kind() == Kind.WORD && !NO_ALIAS.contains(token.text()));
  }

  private String aliasName() {
    reader.accept("AS");
    return reader.identifier();
  }

  private String columnAliases() {
    reader.expectSymbol("(");
    List<String> names = new ArrayList<>();
    do {
      names.add(reader.identifier());
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return QueryTranslator.bracketed(names);
  }

  /** A relation under its alias, or under its own name if it has one. */
  private Source alias(Source relation, String ownName) {
    if (hasAlias()) {
      String alias = aliasName();
      String columns = reader.peek().isSymbol("(") ? columnAliases() : "";
      return Source.aliased(scope, relation, alias, columns);
    }
    return ownName.isEmpty()
        ? Source.unnamed(scope, relation)
        : Source.aliased(scope, relation, ownName, "");
  }
}
