package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * {@code TABLE(RESULT_SCAN('<query id>' | LAST_QUERY_ID()))}: the result of an earlier statement,
 * which drivers ask for after an asynchronous one. Its text is put into a temporary table of the
 * session. Source: sql-reference/functions/result_scan.
 */
public final class ResultScan implements Extensions.TableFunction {

  @Override
  public String relation(Session session, TokenReader arguments) {
    String queryId = queryId(session, arguments);
    Result result =
        session
            .engine()
            .results()
            .find(queryId)
            .orElseThrow(
                () ->
                    new SnowflakeException(
                        "000709",
                        "02000",
                        "Statement " + queryId + " not found: the sandbox keeps the latest only."));
    String table = "RESULT#" + queryId;
    fill(session, table, result);
    return "(SELECT " + columns(result) + " FROM temp.main.\"" + table + "\")";
  }

  private static String queryId(Session session, TokenReader arguments) {
    if (arguments.accept("LAST_QUERY_ID")) {
      arguments.expectSymbol("(");
      arguments.expectSymbol(")");
      return session.lastQueryId();
    }
    return arguments.string();
  }

  private static void fill(Session session, String table, Result result) {
    int width = result.columns().size();
    String columns =
        IntStream.range(0, width)
            .mapToObj(i -> "C" + i + " VARCHAR")
            .collect(Collectors.joining(", "));
    session.duck().temporary("\"" + table + "\"", columns);
    try (DuckDBAppender appender =
        session.duck().connection().createAppender("temp", "main", table)) {
      for (@Nullable String[] row : result.rows()) {
        appender.beginRow();
        for (int i = 0; i < width; i++) {
          append(appender, WireText.toDuckdb(result.columns().get(i).type(), row[i]));
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new SnowflakeException(
          "000603", "XX000", "Reading a result into " + table + " failed.", e);
    }
  }

  private static void append(DuckDBAppender appender, @Nullable String text) throws SQLException {
    if (text == null) {
      appender.appendNull();
    } else {
      appender.append(text);
    }
  }

  private static String columns(Result result) {
    List<Column> columns = result.columns();
    return IntStream.range(0, columns.size())
        .mapToObj(
            i ->
                WireText.cast(columns.get(i).type(), "C" + i)
                    + " AS "
                    + Identifiers.encode(columns.get(i).name()))
        .collect(Collectors.joining(", "));
  }
}
