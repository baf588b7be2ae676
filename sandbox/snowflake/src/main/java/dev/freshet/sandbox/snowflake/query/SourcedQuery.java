package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.Dynamic;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.stream.Images;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The query of a dynamic table, each of whose rows has a name, {@link #SOURCE}: made of the ids of
 * the rows it comes from, or, where it comes from no single ones, of its values.
 *
 * @param sql DuckDB's SQL: the query's columns, and behind them {@link #SOURCE}
 * @param tables what it reads, under views too
 */
public record SourcedQuery(String sql, List<Table> tables) {

  public static final String SOURCE = "\"sandbox$source\"";

  /** The query of a dynamic table as its mode reads it, at the latest commit. */
  public static SourcedQuery of(Session session, Namespace place, String role, Dynamic dynamic) {
    TokenReader reader = new TokenReader(dynamic.definition().query());
    return read(session, place, role, reader, dynamic.isIncremental());
  }

  /**
   * Reads a query.
   *
   * @param incremental whether to refuse what Snowflake cannot refresh incrementally (user-guide/
   *     dynamic-tables-supported-queries)
   */
  public static SourcedQuery read(
      Session session, Namespace place, String role, TokenReader reader, boolean incremental) {
    Translation translation = Translation.of(session, place, role, reader);
    if (!incremental) {
      return byValue(translation, Past.now());
    }
    int mark = reader.mark();
    SourcedQuery tried;
    try {
      tried = byRow(translation, Past.tried().forRefresh());
    } catch (SnowflakeException e) {
      reader.reset(mark); // no single rows: to be told apart by their values, or refused
      return byValue(translation, Past.now().forRefresh());
    }
    if (!tried.tables().stream().allMatch(Table::isTracked)) {
      return tried;
    }
    reader.reset(mark);
    long version = session.engine().versions().committed();
    return byRow(translation, Past.of(Images.all(version)).forRefresh());
  }

  private static SourcedQuery byRow(Translation translation, Past past) {
    QueryTranslator translator = translator(translation, past);
    String sql = translator.query();
    String row = translator.row().orElseThrow();
    return new SourcedQuery(
        "SELECT * EXCLUDE (%s), %s AS %s FROM (%s)"
            .formatted(row, Images.unmarked(row), SOURCE, sql),
        past.tables());
  }

  /** Equal rows are numbered. */
  private static SourcedQuery byValue(Translation translation, Past past) {
    String sql =
        """
        SELECT *, sha1(%1$s) || '#' || row_number() OVER (PARTITION BY %1$s) AS %2$s
        FROM (%3$s) AS "sandbox$rows\""""
            .formatted(
                "CAST(to_json(\"sandbox$rows\") AS VARCHAR)",
                SOURCE,
                translator(translation, past).query());
    return new SourcedQuery(sql, past.tables());
  }

  private static QueryTranslator translator(Translation translation, Past past) {
    return new QueryTranslator(translation.over(past), Scope.root(translation.session()));
  }

  /** The query's own columns. */
  public List<TableColumn> columns(Session session) {
    String own = "SELECT * EXCLUDE (%s) FROM (%s)".formatted(SOURCE, sql);
    return session.duck().describe(own).stream()
        .map(Queries::column)
        .map(column -> TableColumn.of(column.name(), column.type()))
        .toList();
  }

  /** The query with its columns as a table has them. */
  public String typed(List<TableColumn> columns) {
    String items =
        columns.stream()
            .map(
                column -> {
                  String name = Identifiers.encode(column.name());
                  return "CAST(%s AS %s) AS %s".formatted(name, column.type().duckdb(), name);
                })
            .collect(Collectors.joining(", "));
    return "SELECT %s, %s FROM (%s)".formatted(items, SOURCE, sql);
  }
}
