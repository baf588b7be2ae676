package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One translation under way: the text being read and what is found in it.
 *
 * @param namespace completes names: the session, or the view being read
 * @param role whose privileges count: the session's, or the owner's of the view being read
 * @param streams the streams met so far
 * @param now the statement's time
 * @param depth how many views deep
 * @param past what is read in place of the rows of now; empty if these are
 */
public record Translation(
    Session session,
    Namespace namespace,
    String role,
    TokenReader reader,
    Set<TableStream> streams,
    Instant now,
    int depth,
    Optional<Past> past) {

  public static Translation of(Session session, TokenReader reader) {
    return of(session, session, reader);
  }

  static Translation of(Session session, Namespace place, TokenReader reader) {
    return of(session, place, session.role(), reader);
  }

  static Translation of(Session session, Namespace place, String role, TokenReader reader) {
    Instant now = session.engine().clock().instant();
    return new Translation(
        session, place, role, reader, new LinkedHashSet<>(), now, 0, Optional.empty());
  }

  /** The same translation, reading another state of tables. */
  Translation over(Past newPast) {
    return new Translation(
        session, namespace, role, reader, streams, now, depth, Optional.of(newPast));
  }

  /** Whether rows carry ids: see {@link Past}. */
  boolean traced() {
    return past.isPresent() && past.get().traced();
  }

  /** Fails if rows carry ids: what is read here has rows that come from no single others. */
  void refuseTraced(String what) {
    past.ifPresent(p -> p.refuseTraced(what));
  }

  /** Fails for a refresh too: what is read here cannot be told row by row from what it was. */
  void refuseChanges(String what) {
    refuseTraced(what);
    refuseRefreshed(what);
  }

  /** Whether Snowflake takes it or passes over it is not documented. */
  void refuseOrder() {
    if (past.isPresent() && (past.get().traced() || past.get().refreshes())) {
      throw new UnsupportedSql("change tracking on queries with ORDER BY");
    }
  }

  /** Fails for a refresh: what is read here changes without a change of any table. */
  void refuseRefreshed(String what) {
    past.ifPresent(p -> p.refuseRefreshed(what));
  }

  /** The translation of a view's query, put in the place of its name. */
  Translation inside(View view, String query) {
    if (depth > 32) {
      throw SnowflakeException.compilation("002057", "View definitions are nested too deeply.");
    }
    String owner = session.engine().access().ownerOf(view);
    return new Translation(
        session, view, owner, new TokenReader(query), streams, now, depth + 1, past);
  }
}
