package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;

/** What statements do with queries: translate, describe, run. The door to this package. */
public final class Queries {

  private Queries() {}

  /** Reads a query, up to the end of the statement or a closing bracket, and translates it. */
  public static Query translate(Session session, TokenReader reader) {
    return translate(session, session, reader);
  }

  /** The same for a query whose names are completed from another place than the session's. */
  public static Query translate(Session session, Namespace place, TokenReader reader) {
    Translation translation = Translation.of(session, place, reader);
    String sql = new QueryTranslator(translation, Scope.root(session)).query();
    return new Query(sql, translation.streams());
  }

  /** The name of a relation, read as the query {@code SELECT * FROM name}. */
  public static Query translateName(Session session, TokenReader reader) {
    Translation translation = Translation.of(session, reader);
    RelationTranslator.Named named =
        new RelationTranslator(translation, Scope.root(session)).named();
    return new Query("SELECT * FROM " + named.sql(), translation.streams());
  }

  /** Translates an expression that reads no table: a default, an argument of CALL, a condition. */
  public static String expression(Session session, TokenReader reader) {
    Translation translation = Translation.of(session, reader);
    return new ExpressionTranslator(translation, Scope.root(session)).expression().sql();
  }

  /** The same, as it goes into a column. */
  public static String value(Session session, TokenReader reader, TableColumn column) {
    Translation translation = Translation.of(session, reader);
    Scope scope = Scope.root(session);
    Expr value = new ExpressionTranslator(translation, scope).expression();
    return Assignment.of(scope, value, column);
  }

  /**
   * Translates an expression over columns.
   *
   * @param place completes the names of tables in it
   * @param from where its columns stand: DuckDB's SQL behind FROM
   */
  public static String expression(
      Session session, Namespace place, TokenReader reader, String from) {
    Scope scope = Scope.root(session);
    scope.setFrom(from);
    Translation translation = Translation.of(session, place, reader);
    return new ExpressionTranslator(translation, scope).expression().sql();
  }

  /** The columns a query answers. */
  public static List<Column> describe(Session session, Query query) {
    return session.duck().describe(query.sql()).stream().map(Queries::column).toList();
  }

  /** A column of DuckDB's as clients know it. */
  public static Column column(DuckColumn column) {
    return new Column(Identifiers.decode(column.name()), SqlType.ofDuckdb(column.type()), true);
  }

  /** Runs a query; all its rows. */
  public static Result run(Session session, Query query, StatementType type) {
    return run(session.duck(), query, type);
  }

  /** Runs a query over a connection. */
  public static Result run(Duck duck, Query query, StatementType type) {
    return duck.query(query.sql(), rows -> WireRows.read(type, rows));
  }
}
