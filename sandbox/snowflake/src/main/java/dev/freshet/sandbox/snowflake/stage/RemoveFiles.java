package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * REMOVE. Refused inside a procedure with its owner's rights by the session, as the statement is
 * not on the list of developer-guide/stored-procedure/stored-procedures-rights.
 */
final class RemoveFiles implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("REMOVE") || statement.startsWith("RM");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.next();
    StageAddress address = StageAddress.read(statement, session);
    Pattern pattern = PatternClause.read(statement);
    statement.expectEnd();
    Stage stage = Stages.toWrite(session, address);
    Result.Builder result = header();
    try {
      for (StagedFile file : stage.files().list(address.path())) {
        String name = stage.listed(file.path());
        if (pattern.matcher(name).matches()) {
          stage.files().delete(file.path());
          result.row(name, "removed");
        }
      }
    } catch (IOException e) {
      throw Stages.failed("removing " + address, e);
    }
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.LIST).text("name", "result");
  }
}
