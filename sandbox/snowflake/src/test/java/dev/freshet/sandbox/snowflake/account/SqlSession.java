package dev.freshet.sandbox.snowflake.account;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A session of an embedded account, used without a driver: quick, and values as the wire has them.
 */
public final class SqlSession implements AutoCloseable {

  private final EmbeddedSnowflake account;
  private final Session session;

  private SqlSession(EmbeddedSnowflake account, Session session) {
    this.account = account;
    this.session = session;
  }

  /** A session in a database of this name, which is made if need be. */
  public static SqlSession in(EmbeddedSnowflake account, String database) {
    Session session = account.engine().openSession("TESTER", "SYSADMIN");
    session.execute("CREATE DATABASE IF NOT EXISTS " + database);
    session.execute("USE DATABASE " + database);
    return new SqlSession(account, session);
  }

  /** A session of a role, in no database. */
  public static SqlSession as(EmbeddedSnowflake account, String role) {
    return of(account, "TESTER", role);
  }

  public static SqlSession of(EmbeddedSnowflake account, String user, String role) {
    return new SqlSession(account, account.engine().openSession(user, role));
  }

  public Session session() {
    return session;
  }

  public void run(String... statements) {
    Arrays.stream(statements).forEach(session::execute);
  }

  /** Rows, each with its values between bars; NULL is written null. */
  public List<String> rows(String sql) {
    return session.execute(sql).rows().stream().map(row -> String.join("|", texts(row))).toList();
  }

  private static List<String> texts(String[] row) {
    return Arrays.stream(row).map(String::valueOf).toList();
  }

  /** The only row. */
  public String row(String sql) {
    List<String> rows = rows(sql);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows from " + sql);
    }
    return rows.get(0);
  }

  public List<String> columns(String sql) {
    return session.execute(sql).columns().stream().map(Column::name).toList();
  }

  /** The type of the first column, as DESCRIBE would write it. */
  public String type(String sql) {
    return session.execute(sql).columns().get(0).type().snowflake();
  }

  /** The counts that DML answers, by name. */
  public Map<String, String> counts(String sql) {
    Result result = session.execute(sql);
    String[] row = result.rows().get(0);
    List<Column> columns = result.columns();
    return columns.stream()
        .collect(Collectors.toMap(Column::name, c -> String.valueOf(row[columns.indexOf(c)])));
  }

  /** The error a statement must end with. */
  public SnowflakeException error(String sql) {
    try {
      session.execute(sql);
    } catch (SnowflakeException e) {
      return e;
    }
    throw new AssertionError("no error from " + sql);
  }

  @Override
  public void close() {
    account.engine().sessions().end(session);
  }
}
