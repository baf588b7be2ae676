package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.CallFrame;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CALL. The handler works in the caller's own session, so it has the caller's transaction before it
 * and its temporary tables; a transaction it opens it must end. Source: sql-reference/transactions,
 * scoped transactions.
 */
final class CallStatement implements StatementHandler {

  private final HandlerRunner runner;

  CallStatement(HandlerRunner runner) {
    this.runner = runner;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("CALL");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Call call = Call.read(session, statement);
    List<@Nullable String> arguments = call.arguments(session);
    Procedure procedure = call.procedure();
    boolean transactionWasOpen = session.transaction().isOpen();
    String owner = session.engine().access().ownerOf(procedure);
    session.enter(
        new CallFrame(procedure.name(), owner, procedure.ownersRights(), transactionWasOpen));
    String value;
    try {
      value = run(session, procedure, arguments, transactionWasOpen);
    } finally {
      session.leave();
    }
    return header(procedure).row(wireText(value, procedure.returns())).build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header(Call.read(session, statement).procedure()).build();
  }

  private @Nullable String run(
      Session session,
      Procedure procedure,
      List<@Nullable String> arguments,
      boolean transactionWasOpen) {
    try {
      String value = runner.run(session, procedure, arguments);
      requireEnded(session, transactionWasOpen);
      return value;
    } catch (HandlerFailure e) {
      if (session.isGone()) {
        throw session.gone();
      }
      rollbackOwn(session, transactionWasOpen);
      throw new SnowflakeException("100357", "P0000", e.describe(procedure), e);
    }
  }

  private static void requireEnded(Session session, boolean transactionWasOpen) {
    if (session.isGone()) {
      throw session.gone();
    }
    if (rollbackOwn(session, transactionWasOpen)) {
      throw new SnowflakeException(
          "090232",
          "25000",
          "Stored procedure execution error: Scoped transaction started in stored procedure is"
              + " incomplete and it was rolled back.");
    }
  }

  /** Rolls back a transaction the procedure opened; whether there was one. */
  private static boolean rollbackOwn(Session session, boolean transactionWasOpen) {
    boolean own = !transactionWasOpen && session.transaction().isOpen();
    if (own) {
      session.transaction().rollback();
    }
    return own;
  }

  private static Result.Builder header(Procedure procedure) {
    return Result.builder(StatementType.CALL)
        .column(new Column(procedure.base().name(), procedure.returns(), true));
  }

  private static @Nullable String wireText(@Nullable String value, SqlType type) {
    if (value == null || type.family() != SqlType.Family.BOOLEAN) {
      return value;
    }
    return value.equalsIgnoreCase("true") ? "1" : "0";
  }
}
