package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An account of its own for a test, and a session in DB.PUBLIC. */
public final class Statements implements AutoCloseable {

  private final EmbeddedSnowflake snowflake = EmbeddedSnowflake.builder().start();
  private final Session session = newSession();

  public Statements() {
    run("CREATE DATABASE IF NOT EXISTS DB");
  }

  public Session session() {
    return session;
  }

  public Session newSession() {
    return snowflake.engine().openSession("TESTER", "ACCOUNTADMIN");
  }

  public String jdbcUrl() {
    return snowflake.jdbcUrl();
  }

  public Result run(String sql) {
    return session.execute(sql);
  }

  /** The message of a statement that answers one. */
  public String status(String sql) {
    return rows(sql).get(0);
  }

  /** A result's rows: values as the wire carries them, separated by bars. */
  public List<String> rows(String sql) {
    return run(sql).rows().stream()
        .map(row -> Arrays.stream(row).map(String::valueOf).collect(Collectors.joining("|")))
        .toList();
  }

  /** Some columns of a result. */
  public List<String> rows(String sql, String... columns) {
    Result result = run(sql);
    List<String> names = result.columns().stream().map(c -> c.name()).toList();
    return result.rows().stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> String.valueOf(row[names.indexOf(column)]))
                    .collect(Collectors.joining("|")))
        .toList();
  }

  @Override
  public void close() {
    snowflake.close();
  }
}
