package dev.freshet.sandbox.snowflake;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.query.DuckFunctions;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.wire.WireServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/**
 * A Snowflake account on this machine: the wire protocol real drivers speak, on a free port of
 * 127.0.0.1, over a DuckDB database in memory. docs/sandbox.md says what it does and where it
 * differs. Thread-safe; ends, with all sessions, at {@link #close}.
 */
public final class EmbeddedSnowflake implements AutoCloseable {

  private final Engine engine;
  private final WireServer server;

  private EmbeddedSnowflake(Engine engine, WireServer server) {
    this.engine = engine;
    this.server = server;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Engine engine() {
    return engine;
  }

  public int port() {
    return server.port();
  }

  /** The URL for Snowflake's JDBC driver; any user, any password but {@code wrong}. */
  public String jdbcUrl() {
    return "jdbc:snowflake://127.0.0.1:" + port() + "/?ssl=off&account=" + engine.account();
  }

  /** The URL for Snowpark. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /**
   * Fills a table that an account has from the start, such as those of SNOWFLAKE_SAMPLE_DATA.
   *
   * @param table its full name, unquoted; empty and without streams
   * @param rows in the order of its columns: Long, BigDecimal, LocalDate or String
   */
  public void fill(String table, Iterable<List<Object>> rows) {
    Session session = engine.openSession("SNOWFLAKE", "ACCOUNTADMIN");
    try {
      new BulkRows(session).append(engine, ObjectName.parse(table, session), rows);
    } catch (SQLException e) {
      throw new IllegalStateException("filling " + table + " failed", e);
    } finally {
      engine.sessions().end(session);
    }
  }

  @Override
  public void close() {
    server.close();
    try {
      engine.close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing the embedded Snowflake's database failed", e);
    }
  }

  /** What the account is made of. */
  public static final class Builder {
    private String account = "SANDBOX";
    private String memoryLimit = "1GB";
    private Clock clock = Clock.systemUTC();
    private Path temporaryFiles = Path.of(System.getProperty("java.io.tmpdir"), "freshet-duckdb");
    private int port;
    private Duration patience = Duration.ofSeconds(45);
    private final List<Consumer<Engine>> extensions = new ArrayList<>();

    private Builder() {}

    /** The account's name, upper case; SANDBOX unless set. */
    public Builder account(String name) {
      account = name;
      return this;
    }

    /** DuckDB's memory limit, as DuckDB writes it; 1GB unless set. Beyond it DuckDB uses files. */
    public Builder memoryLimit(String limit) {
      memoryLimit = limit;
      return this;
    }

    /** Where DuckDB may put temporary files. */
    public Builder temporaryFiles(Path directory) {
      temporaryFiles = directory;
      return this;
    }

    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** The port to listen on; any free one unless set. */
    public Builder port(int fixed) {
      port = fixed;
      return this;
    }

    /**
     * How long a request waits for its statement; then the driver is told to ask again, which it
     * does without the caller's notice. 45 seconds unless set.
     */
    public Builder patience(Duration longest) {
      patience = longest;
      return this;
    }

    /** Adds statements and functions to the engine before it starts. */
    public Builder with(Consumer<Engine> extension) {
      extensions.add(extension);
      return this;
    }

    public EmbeddedSnowflake start() {
      try {
        Files.createDirectories(temporaryFiles);
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimit);
        settings.setProperty("temp_directory", temporaryFiles.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("default_null_order", "nulls_last_on_asc_first_on_desc");
        DuckDBConnection root =
            (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        DuckFunctions.register(root);
        Engine engine = new Engine(account, clock, root);
        CoreStatements.register(engine);
        extensions.forEach(extension -> extension.accept(engine));
        return serve(engine);
      } catch (SQLException e) {
        throw new IllegalStateException("starting the embedded Snowflake's database failed", e);
      } catch (IOException e) {
        throw new UncheckedIOException("starting the embedded Snowflake failed", e);
      }
    }

    private EmbeddedSnowflake serve(Engine engine) throws SQLException {
      try {
        EmbeddedSnowflake snowflake =
            new EmbeddedSnowflake(engine, WireServer.start(engine, port, patience));
        engine.servedAt(snowflake.jdbcUrl());
        return snowflake;
      } catch (UncheckedIOException e) {
        engine.close();
        throw e;
      }
    }
  }
}
