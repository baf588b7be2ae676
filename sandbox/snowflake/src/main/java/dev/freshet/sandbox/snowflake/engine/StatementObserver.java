package dev.freshet.sandbox.snowflake.engine;

/**
 * Is told before and after each statement, on the thread that runs it. It may call {@link
 * Engine#killSession} from {@code before}: the statement then fails instead of running.
 */
public interface StatementObserver {

  /** Does nothing. */
  StatementObserver NONE = new StatementObserver() {};

  default void before(Session session, boolean insideProcedure, String sql) {}

  default void after(Session session, boolean insideProcedure, String sql) {}
}
