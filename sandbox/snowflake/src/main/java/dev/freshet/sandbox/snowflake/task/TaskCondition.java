package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Set;

/**
 * The expression of a task's WHEN. It may ask only whether streams have data; evaluating it
 * consumes nothing. Source: sql-reference/sql/create-task, WHEN.
 *
 * @param text as written
 */
record TaskCondition(String text) {

  private static final Set<String> WORDS =
      Set.of("SYSTEM$STREAM_HAS_DATA", "AND", "OR", "NOT", "TRUE", "FALSE");
  private static final Set<String> SYMBOLS = Set.of("(", ")", "=", "<>", "!=");

  /** Reads up to AS or the end of the statement. */
  static TaskCondition read(TokenReader reader) {
    int mark = reader.mark();
    while (!reader.atEnd() && !reader.peek().isWord("AS")) {
      if (!allowed(reader.peek())) {
        throw reader.unexpected(
            "WHEN takes SYSTEM$STREAM_HAS_DATA('…'), AND, OR, NOT and comparisons of these");
      }
      reader.next();
    }
    if (reader.mark() == mark) {
      throw reader.unexpected("expected a condition");
    }
    return new TaskCondition(reader.textSince(mark));
  }

  /** Whether it holds now, names completed from the session. */
  boolean holds(Session session) {
    TokenReader query = new TokenReader("SELECT (" + text + ")::BOOLEAN");
    Result result = Queries.run(session, Queries.translate(session, query), StatementType.SELECT);
    return "1".equals(result.rows().get(0)[0]);
  }

  private static boolean allowed(Token token) {
    return switch (token.kind()) {
      case WORD -> WORDS.contains(token.text());
      case SYMBOL -> SYMBOLS.contains(token.text());
      case STRING -> true;
      default -> false;
    };
  }
}
