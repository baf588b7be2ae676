package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.TokenReader;

/**
 * Carries out one kind of statement. Handlers hold no state of a session and may run on any thread;
 * one session may have a statement under way inside another (a CALL and what its procedure sends).
 */
public interface StatementHandler {

  /**
   * Whether the statement is of this kind. The reader stands at its beginning and must be left
   * there.
   */
  boolean handles(TokenReader statement);

  /**
   * Carries it out.
   *
   * @param statement at its beginning; binds are already in place
   * @throws SnowflakeException what the client is told
   */
  Result execute(Session session, TokenReader statement);

  /** What it would answer, without doing it: columns and no rows. */
  default Result describe(Session session, TokenReader statement) {
    return Result.builder(StatementType.DDL).text("status").build();
  }
}
