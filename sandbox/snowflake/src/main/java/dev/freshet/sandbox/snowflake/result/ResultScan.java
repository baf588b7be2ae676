package dev.freshet.sandbox.snowflake.result;

import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions.TableFunction;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** RESULT_SCAN: a remembered result goes into a temporary table of the session's connection. */
public final class ResultScan implements TableFunction {

  private final AtomicLong tables = new AtomicLong();

  /** Adds RESULT_SCAN to an engine. */
  public static void register(Engine engine) {
    engine.extensions().tableFunction("RESULT_SCAN", new ResultScan());
  }

  @Override
  public String relation(Session session, TokenReader arguments) {
    String id = Queries.expression(session, arguments);
    String queryId = String.valueOf(session.duck().rows("SELECT " + id).get(0)[0]);
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
                        "Statement " + queryId + " not found, or its result is no longer kept."));
    return table(session, result);
  }

  private String table(Session session, Result result) {
    String name = "sandbox$result" + tables.incrementAndGet();
    List<String> definitions = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < result.columns().size(); i++) {
      definitions.add("c" + i + " VARCHAR");
      Column column = result.columns().get(i);
      values.add(typed("c" + i, column) + " AS " + Identifiers.encode(column.name()));
    }
    session.duck().temporary(name, String.join(", ", definitions));
    fill(session, name, result.rows());
    return "(SELECT " + String.join(", ", values) + " FROM " + name + ")";
  }

  private static void fill(Session session, String name, List<@Nullable String[]> rows) {
    try (DuckDBAppender appender =
        session.duck().connection().createAppender("temp", "main", name)) {
      for (@Nullable String[] row : rows) {
        appender.beginRow();
        for (String value : row) {
          appender.append(value);
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("filling the table of a remembered result failed", e);
    }
  }

  /** The value of the wire's text. */
  private static String typed(String text, Column column) {
    return switch (column.type().family()) {
      case TEXT -> text;
      case BOOLEAN -> "(" + text + " = '1')";
      case DATE -> "(DATE '1970-01-01' + CAST(" + text + " AS INTEGER))";
      case TIME ->
          "CAST(make_timestamp_ns(CAST(replace(" + text + ", '.', '') AS BIGINT)) AS TIME_NS)";
      case TIMESTAMP_NTZ -> "sf_wire(" + text + ")";
      case TIMESTAMP_LTZ -> "sf_ltz(sf_wire(" + text + "))";
      case TIMESTAMP_TZ ->
          "sf_tz(sf_wire(split_part(%1$s, ' ', 1)), CAST(split_part(%1$s, ' ', 2) AS INTEGER) - 1440)"
              .formatted(text);
      case BINARY -> "unhex(" + text + ")";
      default -> "CAST(" + text + " AS " + column.type().duckdb() + ")";
    };
  }
}
