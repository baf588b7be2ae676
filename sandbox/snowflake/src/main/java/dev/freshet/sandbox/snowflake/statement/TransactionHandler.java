package dev.freshet.sandbox.snowflake.statement;

import dev.freshet.sandbox.snowflake.engine.CallFrame;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.Transaction;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** BEGIN, START TRANSACTION, COMMIT, ROLLBACK; a procedure may end only what it began. */
public final class TransactionHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return switch (statement.peek().text()) {
      case "BEGIN", "COMMIT", "ROLLBACK" -> true;
      default -> statement.startsWith("START", "TRANSACTION");
    };
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    String verb = reader.identifier();
    reader.acceptAny("TRANSACTION", "WORK");
    if (reader.accept("NAME")) {
      reader.identifier();
    }
    reader.expectEnd();
    refuseCallersTransaction(session);
    Transaction transaction = session.transaction();
    switch (verb) {
      case "COMMIT" -> transaction.commit();
      case "ROLLBACK" -> transaction.rollback();
      default -> transaction.begin();
    }
    return Result.status(StatementType.TRANSACTION, "Statement executed successfully.");
  }

  /** Source: sql-reference/transactions, scoped transactions. */
  private static void refuseCallersTransaction(Session session) {
    boolean callers =
        session.frame().map(CallFrame::transactionWasOpen).orElse(false)
            && session.transaction().isOpen();
    if (callers) {
      throw new SnowflakeException(
          "090234",
          "25000",
          "Modifying a transaction that has started at a different scope is not allowed."
              + " (The sandbox does not open a second transaction inside a procedure either.)");
    }
  }
}
