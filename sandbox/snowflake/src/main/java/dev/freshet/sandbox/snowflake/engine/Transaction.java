package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The transaction of one session. Explicit ones open a DuckDB transaction, and take the writer
 * lock, only at their first write: until then statements read what is committed, as READ COMMITTED
 * does. Writes outside an explicit transaction commit by themselves.
 *
 * <p>Not thread-safe: a session runs one statement at a time, a CALL's inner statements within it.
 */
public final class Transaction {

  private enum State {
    NONE,
    OPEN,
    /** DuckDB gave up what was written; only ROLLBACK is left. */
    LOST
  }

  private final Session session;
  private final Engine engine;
  private final Set<TableStream> consumed = new LinkedHashSet<>();
  private State state = State.NONE;
  private boolean writing;
  private boolean written;
  private long startVersion;
  private String id = "";

  Transaction(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  /** Whether BEGIN was given and neither COMMIT nor ROLLBACK since. */
  public boolean isOpen() {
    return state != State.NONE;
  }

  /** CURRENT_TRANSACTION(): its id; empty if none is open. */
  public String id() {
    return isOpen() ? id : "";
  }

  /**
   * Streams are read up to this version: that of BEGIN, or the latest if no transaction is open.
   */
  public long readVersion() {
    return isOpen() ? startVersion : engine.versions().committed();
  }

  /** Opens a transaction. Does nothing if one is open, as Snowflake does. */
  public void begin() {
    if (!isOpen()) {
      state = State.OPEN;
      startVersion = engine.versions().committed();
      id = Long.toString(engine.clock().millis()) + String.format("%06d", session.id() % 1_000_000);
    }
  }

  /** Makes what was written visible to all and moves on the streams that were consumed. */
  public void commit() {
    requireWhole();
    boolean hadWritten = writing;
    try {
      if (hadWritten) {
        session.duck().execute("COMMIT");
        consumed.forEach(stream -> stream.advanceTo(startVersion));
        engine.versions().commit();
        engine.lag().committed(session);
      }
      end();
    } catch (SnowflakeException e) {
      rollback();
      throw e;
    }
  }

  /** Undoes what was written. Does nothing if no transaction is open. */
  public void rollback() {
    try {
      if (writing) {
        session.duck().execute("ROLLBACK");
      }
    } finally {
      end();
    }
  }

  /**
   * Runs a statement that writes, or consumes a stream, in the open transaction or one of its own.
   */
  public <T> T write(WriteIntent intent, Supplier<T> work) {
    boolean own = !isOpen();
    if (own && !session.parameters().isTrue(SessionParameters.Name.AUTOCOMMIT)) {
      begin();
      own = false;
    }
    requireWhole();
    engine.writerLock().acquire(session, intent.allLocks());
    if (own) {
      begin();
    }
    boolean done = false;
    try {
      T value = writing(intent, own, work);
      done = true;
      if (own) {
        commit();
      }
      return value;
    } finally {
      if (!done) {
        failed(own);
      }
    }
  }

  /** Runs DDL: what was open is committed first, and the DDL commits by itself. */
  public <T> T ddl(Supplier<T> work) {
    if (isOpen()) {
      commit();
    }
    engine.writerLock().acquire(session, Set.of());
    try {
      T value = work.get();
      engine.lag().committed(session);
      return value;
    } finally {
      engine.writerLock().release(session);
    }
  }

  private <T> T writing(WriteIntent intent, boolean own, Supplier<T> work) {
    if (!writing) {
      session.duck().execute("BEGIN TRANSACTION");
      session.duck().setCareful(!own);
      writing = true;
    }
    T value = work.get();
    // Not before: the transaction outlives a statement that fails, and its COMMIT must not move on
    // what that statement did not consume.
    consumed.addAll(intent.streams());
    written = true;
    return value;
  }

  /** A failed statement leaves its transaction open in Snowflake; DuckDB may have given it up. */
  private void failed(boolean own) {
    if (own || !isOpen()) {
      rollback();
    } else if (!written) {
      undoWrites();
    } else if (!duckTransactionLives()) {
      undoWrites();
      state = State.LOST;
    }
  }

  private void undoWrites() {
    if (writing) {
      session.duck().setCareful(false);
      session.duck().execute("ROLLBACK");
      writing = false;
      consumed.clear();
    }
    engine.writerLock().release(session);
  }

  private boolean duckTransactionLives() {
    try {
      session.duck().execute("SELECT 1");
      return true;
    } catch (SnowflakeException e) {
      return false;
    }
  }

  /**
   * Runs a statement that only reads.
   *
   * @param sql what it asks of DuckDB
   */
  public <T> T read(String sql, Function<Duck, T> work) {
    requireWhole();
    boolean done = false;
    try {
      T value = writing ? work.apply(session.duck()) : engine.lag().read(session, sql, work);
      done = true;
      return value;
    } finally {
      if (!done && writing && !duckTransactionLives()) {
        failed(false);
      }
    }
  }

  private void requireWhole() {
    if (state == State.LOST) {
      throw new SnowflakeException(
          "090233",
          "25000",
          "The open transaction was lost when an earlier statement failed: ROLLBACK and start again."
              + " (Snowflake would have kept it open; docs/sandbox.md says why the sandbox cannot.)");
    }
  }

  private void end() {
    session.duck().setCareful(false);
    state = State.NONE;
    writing = false;
    written = false;
    consumed.clear();
    engine.writerLock().release(session);
  }
}
