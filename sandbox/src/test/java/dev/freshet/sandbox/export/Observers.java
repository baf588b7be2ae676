package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.List;

/** Several observers, in their order. */
record Observers(List<StatementObserver> all) implements StatementObserver {

  static Observers of(StatementObserver... all) {
    return new Observers(List.of(all));
  }

  @Override
  public void before(Session session, boolean insideProcedure, String sql) {
    all.forEach(o -> o.before(session, insideProcedure, sql));
  }

  @Override
  public void after(Session session, boolean insideProcedure, String sql) {
    all.forEach(o -> o.after(session, insideProcedure, sql));
  }
}
