package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs one statement for each row of a batch of binds, as one transaction, and adds up the counts.
 */
final class Batch {

  private Batch() {}

  static Result run(Session session, StatementHandler handler, List<TokenReader> statements) {
    boolean own = !session.transaction().isOpen();
    if (own) {
      session.transaction().begin();
    }
    boolean done = false;
    try {
      Result total = all(session, handler, statements);
      done = true;
      if (own) {
        session.transaction().commit();
      }
      return total;
    } finally {
      if (own && !done) {
        session.transaction().rollback();
      }
    }
  }

  private static Result all(
      Session session, StatementHandler handler, List<TokenReader> statements) {
    Map<String, Long> counts = new LinkedHashMap<>();
    StatementType type = StatementType.INSERT;
    for (TokenReader statement : statements) {
      Result result = handler.execute(session, statement);
      type = result.type();
      for (int i = 0; i < result.columns().size(); i++) {
        long count = Long.parseLong(Objects.requireNonNull(result.rows().get(0)[i]));
        counts.merge(result.columns().get(i).name(), count, Long::sum);
      }
    }
    return Result.counts(type, counts);
  }
}
