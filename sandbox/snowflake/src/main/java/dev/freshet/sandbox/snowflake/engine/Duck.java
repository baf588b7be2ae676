package dev.freshet.sandbox.snowflake.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to DuckDB that speaks DuckDB's SQL and fails with Snowflake's errors. */
public final class Duck implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Duck.class);
  private static final Pattern DEFINITION =
      Pattern.compile("(CREATE (?!OR REPLACE TEMPORARY)|ALTER |DROP (?!TABLE temp\\.))");
  private static final String TEMPORARY = "sandbox$";
  private static final Pattern END = Pattern.compile("COMMIT|ROLLBACK");

  private final DuckDBConnection connection;
  private final DuckDBConnection binder;
  private final Descriptions descriptions;
  private boolean defined;
  private volatile @Nullable Statement running;
  private boolean careful;

  /**
   * @param binder a second connection, never in a transaction: statements are bound there first
   *     where a failure would cost the first one its transaction
   * @param descriptions what all sessions of the account know of their queries
   */
  Duck(DuckDBConnection connection, DuckDBConnection binder, Descriptions descriptions) {
    this.connection = connection;
    this.binder = binder;
    this.descriptions = descriptions;
  }

  /**
   * Whether to bind each statement elsewhere first: DuckDB drops a transaction if that fails in it.
   */
  void setCareful(boolean newCareful) {
    careful = newCareful;
  }

  /** A column DuckDB computed: its name and DuckDB's name of its type. */
  public record DuckColumn(String name, String type) {}

  /** Reads an open result. */
  public interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** Runs a statement; the number of rows it touched. */
  public long update(String sql) {
    LOG.debug("update {}", sql);
    bind(sql);
    try (Statement statement = statement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw DuckErrors.translate(e, sql);
    }
  }

  /** Runs a statement of which only success matters; it is never bound elsewhere first. */
  public void execute(String sql) {
    LOG.debug("execute {}", sql);
    try (Statement statement = statement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw DuckErrors.translate(e, sql);
    } finally {
      noteDefinition(sql);
    }
  }

  /** The binder sees a definition when it is committed, this session before. */
  private void noteDefinition(String sql) {
    boolean defines = DEFINITION.matcher(sql).lookingAt();
    if (defines || (defined && END.matcher(sql).lookingAt())) {
      descriptions.forget();
      defined = defines;
    }
  }

  public <T> T query(String sql, Reader<T> reader) {
    LOG.debug("query {}", sql);
    bind(sql);
    try (Statement statement = statement();
        ResultSet rows = statement.executeQuery(sql)) {
      return reader.read(rows);
    } catch (SQLException e) {
      throw DuckErrors.translate(e, sql);
    }
  }

  /** All rows as text. For small results. */
  public List<@Nullable String[]> rows(String sql) {
    return query(
        sql,
        rows -> {
          List<@Nullable String[]> all = new ArrayList<>();
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            @Nullable String[] row = new String[columns];
            for (int i = 0; i < columns; i++) {
              row[i] = rows.getString(i + 1);
            }
            all.add(row);
          }
          return all;
        });
  }

  /** The single whole number a query answers. */
  public long number(String sql) {
    return query(
        sql,
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  /** The columns a query would answer, without running it. */
  public List<DuckColumn> describe(String sql) {
    LOG.debug("describe {}", sql);
    try (PreparedStatement statement = binder.prepareStatement(sql)) {
      return columns(statement.getMetaData());
    } catch (SQLException e) {
      throw DuckErrors.translate(e, sql);
    }
  }

  /** The same, remembered while no definition changes; empty if DuckDB cannot bind it. */
  public Optional<List<DuckColumn>> known(String sql) {
    return sql.contains(TEMPORARY) // another table in each session
        ? bound(sql)
        : descriptions.of(sql, () -> bound(sql));
  }

  private Optional<List<DuckColumn>> bound(String sql) {
    try {
      return Optional.of(describe(sql));
    } catch (SnowflakeException e) {
      return Optional.empty();
    }
  }

  private void bind(String sql) {
    if (careful) {
      try {
        binder.prepareStatement(sql).close();
      } catch (SQLException e) {
        throw DuckErrors.translate(e, sql);
      }
    }
  }

  /** Makes an empty temporary table {@code sandbox$…}, in place of one of this name. */
  public void temporary(String name, String columns) {
    String create = "CREATE OR REPLACE TEMPORARY TABLE " + name + " (" + columns + ")";
    execute(create);
    executeIn(binder, create);
  }

  /** Makes a temporary table {@code sandbox$…} of a query's rows, in place of one of this name. */
  public void temporaryCopy(String name, String query) {
    String create = "CREATE OR REPLACE TEMPORARY TABLE " + name + " AS ";
    executeIn(binder, create + "SELECT * FROM (" + query + ") LIMIT 0");
    execute(create + query);
  }

  public void dropTemporary(String name) {
    execute("DROP TABLE temp." + name);
    executeIn(binder, "DROP TABLE temp." + name);
  }

  private static void executeIn(DuckDBConnection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw DuckErrors.translate(e, sql);
    }
  }

  static List<DuckColumn> columns(ResultSetMetaData data) throws SQLException {
    List<DuckColumn> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(new DuckColumn(data.getColumnLabel(i), data.getColumnTypeName(i)));
    }
    return columns;
  }

  /** Stops the statement under way, if there is one, from another thread. */
  void cancel() {
    Statement statement = running;
    try {
      if (statement != null && !statement.isClosed()) {
        statement.cancel();
      }
    } catch (SQLException e) {
      LOG.debug("the statement to be cancelled ended by itself", e);
    }
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    running = statement;
    return statement;
  }

  /** The connection itself, for bulk loading. */
  public DuckDBConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    try (binder) {
      connection.close();
    } catch (SQLException e) {
      throw DuckErrors.translate(e, "closing the session's connection");
    }
  }
}
