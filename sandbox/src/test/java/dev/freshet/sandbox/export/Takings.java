package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when an export takes changes, and shows the source as it stood when that transaction began:
 * the changes up to then are those it takes, whatever is committed meanwhile.
 */
final class Takings<T> implements StatementObserver {

  /** Looks at the source, in another session. */
  interface Look<T> {
    T at() throws Exception;
  }

  /** Is told of what was taken, after the commit. */
  interface Taken<T> {
    void taken(T source);
  }

  private final Look<T> look;
  private final Taken<T> taken;
  private final Map<Long, T> begun = new HashMap<>();
  private final Map<Long, T> written = new HashMap<>();

  Takings(Look<T> look, Taken<T> taken) {
    this.look = look;
    this.taken = taken;
  }

  @Override
  public void after(Session session, boolean insideProcedure, String sql) {
    if (!insideProcedure) {
      return;
    }
    if (sql.startsWith("BEGIN")) {
      written.remove(session.id());
      begun.put(session.id(), looked());
    } else if (sql.startsWith("INSERT ALL")) {
      written.put(session.id(), begun.get(session.id()));
    } else if (sql.startsWith("ROLLBACK")) {
      written.remove(session.id());
    } else if (sql.startsWith("COMMIT") && written.containsKey(session.id())) {
      taken.taken(written.remove(session.id()));
    }
  }

  private T looked() {
    try {
      return look.at();
    } catch (Exception e) {
      throw new IllegalStateException("looking at the source failed", e);
    }
  }
}
