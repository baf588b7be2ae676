package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.show.ShowScope.Level;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;

/**
 * A SHOW command: {@code SHOW [TERSE] <words> [HISTORY] [LIKE …] [IN …] [STARTS WITH …] [LIMIT …]}.
 * Columns are named and ordered as Snowflake documents them; drivers read some by position.
 */
public abstract class Show implements StatementHandler {

  private final String[] words;

  /**
   * @param words behind SHOW, as {@code PRIMARY KEYS}
   */
  protected Show(String... words) {
    this.words = words.clone();
  }

  /** What it lists. */
  protected abstract Result list(Session session, ShowClause clause);

  /** What a bare name behind IN is the name of. */
  protected Level bareName() {
    return Level.SCHEMA;
  }

  @Override
  public boolean handles(TokenReader statement) {
    if (!statement.peek().isWord("SHOW")) {
      return false;
    }
    int at = statement.peek(1).isWord("TERSE") ? 2 : 1;
    for (int i = 0; i < words.length; i++) {
      if (!statement.peek(at + i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("SHOW");
    boolean terse = statement.accept("TERSE");
    statement.expect(words);
    ShowClause clause = ShowClause.read(session, statement, terse, bareName());
    statement.expectEnd();
    return list(session, clause);
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    Result result = execute(session, statement);
    return Result.of(result.type(), result.columns(), List.of());
  }
}
