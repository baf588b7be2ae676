package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression stands: the FROM it sees, the select list so far, the CTEs, the queries
 * around it. It tells types by asking DuckDB to bind the expression there, without running
 * anything.
 */
public final class Scope {

  private final Session session;
  private final @Nullable Scope outer;
  private final Map<String, String> ctes;
  private final Map<String, String> cteRows = new HashMap<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final Map<String, Optional<SqlType>> known = new HashMap<>();
  private String from = "";
  private @Nullable List<SqlType> types;

  private Scope(Session session, @Nullable Scope outer, Map<String, String> ctes) {
    this.session = session;
    this.outer = outer;
    this.ctes = new LinkedHashMap<>(ctes);
    if (outer != null) {
      cteRows.putAll(outer.cteRows);
    }
  }

  public static Scope root(Session session) {
    return new Scope(session, null, Map.of());
  }

  /** The scope of a query inside this one; it may see this one's columns. */
  public Scope inner() {
    return new Scope(session, this, ctes);
  }

  Session session() {
    return session;
  }

  void addCte(String name, String definition) {
    ctes.put(name, definition);
  }

  boolean hasCte(String name) {
    return ctes.containsKey(name);
  }

  /** Notes the column of ids a CTE has, where rows are traced. */
  void addCteRow(String name, String row) {
    cteRows.put(name, row);
  }

  /** The column of ids a CTE has; empty if it has none. */
  Optional<String> cteRow(String name) {
    return Optional.ofNullable(cteRows.get(name));
  }

  /** Notes the column of ids of an item of FROM, where rows are traced. */
  void addRow(String row) {
    rows.add(row);
  }

  /** The ids of the rows a row of FROM consists of, as one. */
  String row() {
    return rows.isEmpty() ? "''" : String.join(" || ' ' || ", rows);
  }

  /** Sets what stands behind FROM, so far. */
  public void setFrom(String sql) {
    from = sql;
    known.clear();
    types = null;
  }

  /** Adds an item of the select list; later expressions may use its alias. */
  void addItem(String sql) {
    items.add(sql);
  }

  /** The columns of a query that stands here; none if DuckDB cannot bind it by itself. */
  List<DuckColumn> columnsOf(String query) {
    return describe(query).orElse(List.of());
  }

  /** The type of an expression; empty if DuckDB cannot bind it here. */
  public Optional<SqlType> typeOf(Expr expression) {
    if (expression.type().isPresent()) {
      return expression.type();
    }
    return known.computeIfAbsent(expression.sql(), this::ask);
  }

  /** Whether a column in sight is semi-structured: comparisons then need a look at their types. */
  boolean hasVariants() {
    return anyColumn(SqlType::isSemiStructured);
  }

  /** Whether a column in sight is a timestamp: see {@link Moments}. */
  boolean hasTimestamps() {
    return anyColumn(SqlType::isTimestamp);
  }

  /** Whether a column in sight has a type like this. */
  boolean anyColumn(Predicate<SqlType> wanted) {
    if (types == null) {
      types = from.isEmpty() ? List.of() : columns();
    }
    return types.stream().anyMatch(wanted) || (outer != null && outer.anyColumn(wanted));
  }

  private List<SqlType> columns() {
    for (String place : places()) {
      Optional<List<DuckColumn>> found = describe("SELECT * FROM " + place);
      if (found.isPresent()) {
        return found.get().stream().map(column -> SqlType.ofDuckdb(column.type())).toList();
      }
    }
    return List.of();
  }

  private Optional<SqlType> ask(String expression) {
    for (String place : places()) {
      String behind = place.isEmpty() ? "" : " FROM " + place;
      for (String before :
          List.of("", String.join("", items.stream().map(i -> i + ", ").toList()))) {
        Optional<List<DuckColumn>> found = describe("SELECT " + before + expression + behind);
        if (found.isPresent()) {
          return found.map(columns -> SqlType.ofDuckdb(columns.get(columns.size() - 1).type()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<List<DuckColumn>> describe(String query) {
    return session.duck().known(with() + query);
  }

  /** Where a name is looked for: in this query first, whose names hide those around it. */
  private List<String> places() {
    String all = allFrom();
    return from.isEmpty() || from.equals(all) ? List.of(all) : List.of(from, all);
  }

  private String allFrom() {
    String around = outer == null ? "" : outer.allFrom();
    if (around.isEmpty() || from.isEmpty()) {
      return around + from;
    }
    return around + ", " + from;
  }

  private String with() {
    return ctes.isEmpty() ? "" : "WITH RECURSIVE " + String.join(", ", ctes.values()) + " ";
  }
}
