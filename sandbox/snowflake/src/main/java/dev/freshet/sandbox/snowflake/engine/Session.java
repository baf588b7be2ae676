package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session: what a login opens and a task runs in. It has one connection to DuckDB, one
 * transaction, its place (database, schema, role, warehouse) and parameters, and a stack of the
 * procedures under way in it.
 *
 * <p>Runs one statement at a time; a procedure's statements run within the CALL, on other threads.
 */
public final class Session implements Namespace {

  private final long id;
  private final Engine engine;
  private final Duck duck;
  private final String user;
  private final SessionParameters parameters = new SessionParameters();
  private final Transaction transaction;
  private final Deque<CallFrame> frames = new ArrayDeque<>();
  private final List<Runnable> atClose = new ArrayList<>();
  private volatile @Nullable String database;
  private volatile @Nullable String schema;
  private volatile String role;
  private volatile @Nullable String warehouse;
  private volatile String lastQueryId = "";
  private volatile String currentQueryId = "";
  private volatile boolean gone;

  Session(long id, Engine engine, Duck duck, String user, String role) {
    this.id = id;
    this.engine = engine;
    this.duck = duck;
    this.user = user;
    this.role = role;
    this.transaction = new Transaction(this, engine);
  }

  public long id() {
    return id;
  }

  public Engine engine() {
    return engine;
  }

  public Duck duck() {
    return duck;
  }

  public String user() {
    return user;
  }

  /** The role whose privileges count: the owner's, inside a procedure with its owner's rights. */
  public String role() {
    synchronized (frames) {
      return frames.stream()
          .filter(CallFrame::ownersRights)
          .map(CallFrame::owner)
          .findFirst()
          .orElse(role);
    }
  }

  public void useRole(String newRole) {
    role = newRole;
  }

  public Optional<String> warehouse() {
    return Optional.ofNullable(warehouse);
  }

  public void useWarehouse(String name) {
    warehouse = name;
  }

  public SessionParameters parameters() {
    return parameters;
  }

  public Transaction transaction() {
    return transaction;
  }

  /** Carries a changed parameter to where it takes effect. */
  public void parameterChanged(SessionParameters.Name name) {
    switch (name) {
      case TIMEZONE -> duck.execute("SET TimeZone = '" + parameters.get(name) + "'");
      case AUTOCOMMIT -> {
        if (parameters.isTrue(name) && transaction.isOpen()) {
          transaction.commit();
        }
      }
      default -> {}
    }
  }

  Duration lockTimeout() {
    return Duration.ofSeconds(parameters.seconds(SessionParameters.Name.LOCK_TIMEOUT));
  }

  // -- place

  @Override
  public String currentDatabase() {
    return database().orElseThrow(() -> noPlace("database"));
  }

  @Override
  public String currentSchema() {
    return schema().orElseThrow(() -> noPlace("schema"));
  }

  /** The database in use, if any: that of an owner's-rights procedure while it runs. */
  public Optional<String> database() {
    CallFrame frame = ownersFrame();
    return Optional.ofNullable(frame != null ? frame.currentDatabase() : database);
  }

  public Optional<String> schema() {
    CallFrame frame = ownersFrame();
    return Optional.ofNullable(frame != null ? frame.currentSchema() : schema);
  }

  /**
   * Moves the session; a database that is not there is an error. No schema means PUBLIC, if it is
   * there.
   */
  public void use(String newDatabase, @Nullable String newSchema) {
    if (!engine.catalog().hasDatabase(newDatabase)) {
      throw SnowflakeException.missing("Database", newDatabase);
    }
    var wanted = new SchemaName(newDatabase, newSchema == null ? "PUBLIC" : newSchema);
    boolean there = engine.catalog().hasSchema(wanted);
    if (newSchema != null && !there) {
      throw SnowflakeException.missing("Schema", wanted);
    }
    database = newDatabase;
    schema = there ? wanted.schema() : null;
  }

  /** Forgets a database or schema that was dropped. */
  public void leaveMissing() {
    String current = database;
    String place = schema;
    if (current != null && !engine.catalog().hasDatabase(current)) {
      database = null;
      schema = null;
    } else if (current != null
        && place != null
        && !engine.catalog().hasSchema(new SchemaName(current, place))) {
      schema = null;
    }
  }

  private SnowflakeException noPlace(String what) {
    return new SnowflakeException(
        "090105",
        "22000",
        "Cannot perform operation. This session does not have a current "
            + what
            + ". Call 'USE "
            + what.toUpperCase(java.util.Locale.ROOT)
            + "', or use a qualified name.");
  }

  // -- procedures

  /** The innermost procedure under way; empty outside one. */
  public Optional<CallFrame> frame() {
    synchronized (frames) {
      return Optional.ofNullable(frames.peek());
    }
  }

  private @Nullable CallFrame ownersFrame() {
    return frame().filter(CallFrame::ownersRights).orElse(null);
  }

  /** Enters a procedure; {@link #leave} must follow. */
  public void enter(CallFrame frame) {
    synchronized (frames) {
      if (frames.size() >= 16) {
        throw new SnowflakeException(
            "090238", "54000", "Stored procedures are nested deeper than 16 calls.");
      }
      frames.push(frame);
    }
  }

  public void leave() {
    synchronized (frames) {
      frames.pop();
    }
  }

  // -- statements

  /** Runs a statement in this session, from inside the sandbox. */
  public Result execute(String sql) {
    return engine.runner().run(this, StatementRequest.of(sql)).result();
  }

  /** LAST_QUERY_ID(): of the statement before the one that asks; empty before the first. */
  public String lastQueryId() {
    return lastQueryId;
  }

  /** The id of the statement under way. */
  public String currentQueryId() {
    return currentQueryId;
  }

  void startQuery(String queryId) {
    currentQueryId = queryId;
  }

  void endQuery(String queryId) {
    lastQueryId = queryId;
  }

  /** Stops what DuckDB is doing for this session; the statement fails as cancelled. */
  public void cancel() {
    duck.cancel();
  }

  // -- life

  /** Runs an action when the session ends, such as dropping a temporary table. */
  public void onClose(Runnable action) {
    synchronized (atClose) {
      atClose.add(action);
    }
  }

  public boolean isGone() {
    return gone;
  }

  /** 390111: what every request of a session that ended is told. */
  public SnowflakeException gone() {
    return new SnowflakeException(
        "390111", "08001", "Session no longer exists. New login required to access the service.");
  }

  /** Ends the session: rolls back, closes the connection. Every later request fails. */
  void end() {
    if (gone) {
      return;
    }
    gone = true;
    try {
      transaction.rollback();
      synchronized (atClose) {
        atClose.forEach(Runnable::run);
      }
    } finally {
      duck.close();
    }
  }
}
