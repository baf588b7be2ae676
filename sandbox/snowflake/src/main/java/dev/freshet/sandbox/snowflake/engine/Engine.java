package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.stream.VersionLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Everything the sessions of one embedded account share. Thread-safe. */
public final class Engine implements AutoCloseable {

  private final String account;
  private final Clock clock;
  private final DuckDBConnection root;
  private final Catalog catalog = new Catalog();
  private final Sessions sessions = new Sessions();
  private final Extensions extensions = new Extensions();
  private final WriterLock writerLock = new WriterLock(Duration.ofSeconds(60));
  private final Descriptions descriptions = new Descriptions();
  private final ResultHistory results = new ResultHistory(500, 1_000_000);
  private final SessionLag lag;
  private final VersionLog versions;
  private final StatementRunner runner;
  private final AtomicLong physicalNames = new AtomicLong();
  private volatile @Nullable String jdbcUrl;
  private volatile AccessControl access = AccessControl.OPEN;
  private volatile StatementObserver observer = StatementObserver.NONE;

  /** An engine over an open DuckDB database, which it closes at its end. */
  public Engine(String account, Clock clock, DuckDBConnection root) {
    this.account = account;
    this.clock = clock;
    this.root = root;
    this.lag = new SessionLag(root);
    this.versions = new VersionLog(clock);
    this.runner = new StatementRunner(this);
  }

  /** CURRENT_ACCOUNT_NAME(). */
  public String account() {
    return account;
  }

  public Clock clock() {
    return clock;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Extensions extensions() {
    return extensions;
  }

  public VersionLog versions() {
    return versions;
  }

  /** What sessions do not see yet of each other. */
  public SessionLag lag() {
    return lag;
  }

  public ResultHistory results() {
    return results;
  }

  public StatementRunner runner() {
    return runner;
  }

  public AccessControl access() {
    return access;
  }

  /** Puts an access control in charge, once, before the account is served. */
  public void guard(AccessControl newAccess) {
    access = newAccess;
  }

  WriterLock writerLock() {
    return writerLock;
  }

  public StatementObserver observer() {
    return observer;
  }

  public void observe(StatementObserver newObserver) {
    observer = newObserver;
  }

  /** Where drivers find the account; an error before it is served. */
  public String jdbcUrl() {
    String url = jdbcUrl;
    if (url == null) {
      throw new IllegalStateException("the account " + account + " is not served yet");
    }
    return url;
  }

  public void servedAt(String newJdbcUrl) {
    jdbcUrl = newJdbcUrl;
  }

  /** A name no DuckDB table has had yet. */
  public String newPhysicalName(String name) {
    return name + "#" + physicalNames.incrementAndGet();
  }

  /** Opens a session with a DuckDB connection of its own. */
  public Session openSession(String user, String role) {
    try {
      Duck duck = new Duck(root.duplicate(), root.duplicate(), descriptions);
      Session session = new Session(sessions.nextId(), this, duck, user, role);
      sessions.add(session);
      return session;
    } catch (SQLException e) {
      throw DuckErrors.translate(e, "opening a session");
    }
  }

  /** Ends a session as if its client had died: rolled back; every later request of it fails. */
  public void killSession(long id) {
    sessions.find(id).ifPresent(sessions::end);
  }

  @Override
  public void close() throws SQLException {
    sessions.all().forEach(sessions::end);
    root.close();
  }
}
