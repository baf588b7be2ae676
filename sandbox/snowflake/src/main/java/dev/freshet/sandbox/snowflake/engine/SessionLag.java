package dev.freshet.sandbox.snowflake.engine;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imitates what READ_CONSISTENCY_MODE = SESSION allows: a session that does not see yet what
 * another has committed. Source: sql-reference/transactions, read consistency across sessions.
 *
 * <p>Off until a test holds commits back. From then on queries read the rows as they were at that
 * moment, in every session, old or new, until the session itself commits a write or a definition:
 * then it sees everything, also what others committed in between. Statements that write, and what
 * they read, always see the latest; so do queries of a transaction that has written. Definitions
 * are not held back: a query that needs a table or column made since reads the latest. Neither are
 * the offsets of streams and SYSTEM$STREAM_HAS_DATA.
 *
 * <p>Thread-safe; queries that are held back run one at a time.
 */
public final class SessionLag {

  private static final Logger LOG = LoggerFactory.getLogger(SessionLag.class);

  /** How many queries may fail while commits are held back: each costs DuckDB a transaction. */
  private static final int FAILURES = 16;

  private final DuckDBConnection root;
  private @Nullable Held held;

  SessionLag(DuckDBConnection root) {
    this.root = root;
  }

  /** Ends holding back; no effect if it has ended. */
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Transactions that still read what was there when holding back began. */
  private static final class Held {
    private final Deque<Duck> past = new ArrayDeque<>();
    private final Set<Session> seeing = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
  }

  /** Holds back what is committed from now on, instead of what was held back before. */
  public synchronized Hold hold() {
    release(held);
    Held begun = new Held();
    try {
      for (int i = 0; i < FAILURES; i++) {
        Duck duck = new Duck(root.duplicate(), root.duplicate(), new Descriptions());
        begun.past.add(duck);
        duck.execute("BEGIN TRANSACTION");
        duck.number("SELECT count(*) FROM duckdb_tables()"); // its snapshot is that of this read
      }
    } catch (SQLException e) {
      throw DuckErrors.translate(e, "holding back commits");
    }
    held = begun;
    return () -> release(begun);
  }

  private synchronized void release(@Nullable Held ended) {
    if (ended != null) {
      ended.past.forEach(SessionLag::end);
      ended.past.clear();
      if (ended.equals(held)) {
        held = null;
      }
    }
  }

  private static void end(Duck duck) {
    duck.execute("ROLLBACK");
    duck.close();
  }

  /** Notes that a session has committed: it sees everything now. */
  synchronized void committed(Session session) {
    if (held != null) {
      held.seeing.add(session);
    }
  }

  /**
   * Runs a query of a session that has nothing uncommitted.
   *
   * @param sql what it asks of DuckDB
   */
  <T> T read(Session session, String sql, Function<Duck, T> query) {
    return ofThePast(session, sql, query).orElseGet(() -> query.apply(session.duck()));
  }

  /** Empty if nothing is held back from the session, or the query needs something newer. */
  private synchronized <T> Optional<T> ofThePast(
      Session session, String sql, Function<Duck, T> query) {
    Held now = held;
    if (now == null || now.seeing.contains(session) || now.failed.contains(sql)) {
      return Optional.empty();
    }
    Duck duck = now.past.peek();
    if (duck == null) {
      throw new IllegalStateException(
          "more than " + FAILURES + " queries failed while commits were held back");
    }
    try {
      String zone = session.parameters().get(SessionParameters.Name.TIMEZONE);
      duck.execute("SET TimeZone = '" + zone + "'");
      return Optional.of(query.apply(duck));
    } catch (SnowflakeException e) {
      LOG.debug("a query did not work on what was there when commits were first held back", e);
      now.past.remove();
      end(duck);
      now.failed.add(sql);
      return Optional.empty();
    }
  }
}
