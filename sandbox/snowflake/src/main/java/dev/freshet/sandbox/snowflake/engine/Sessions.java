package dev.freshet.sandbox.snowflake.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The sessions that are open, by id. Thread-safe. */
public final class Sessions {

  private static final String GRANT = "join-";

  private final Map<Long, Session> open = new ConcurrentHashMap<>();
  private final Map<String, Session> grants = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(1000);

  long nextId() {
    return ids.incrementAndGet();
  }

  void add(Session session) {
    open.put(session.id(), session);
  }

  public Optional<Session> find(long id) {
    return Optional.ofNullable(open.get(id));
  }

  public Collection<Session> all() {
    return List.copyOf(open.values());
  }

  /** Ends a session; no effect if it has ended. */
  public void end(Session session) {
    open.remove(session.id());
    grants.values().removeIf(session::equals);
    session.end();
  }

  /**
   * A password with which a login joins this session instead of opening one: how a procedure's
   * Snowpark works in the session of its CALL. Valid until {@link #revoke}; such a login's logout
   * ends nothing.
   */
  public String grant(Session session) {
    String password = GRANT + UUID.randomUUID();
    grants.put(password, session);
    return password;
  }

  /** Whether a password has the form of a grant, valid or not. */
  public static boolean isGrant(String password) {
    return password.startsWith(GRANT);
  }

  public void revoke(String password) {
    grants.remove(password);
  }

  public Optional<Session> granted(String password) {
    return Optional.ofNullable(grants.get(password));
  }
}
