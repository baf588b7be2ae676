package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;

/** Kills a session just before it would run a statement inside a procedure. */
record KillAt(long sessionId, String statement) implements StatementObserver {

  @Override
  public void before(Session session, boolean insideProcedure, String sql) {
    if (session.id() == sessionId && insideProcedure && sql.contains(statement)) {
      session.engine().killSession(sessionId);
    }
  }
}
