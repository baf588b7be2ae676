package dev.freshet.sandbox.snowflake.statement;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.SessionParameters.Name;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** {@code ALTER SESSION SET | UNSET}. */
public final class SessionHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("ALTER", "SESSION");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("ALTER", "SESSION");
    if (reader.accept("UNSET")) {
      do {
        apply(session, SessionParameters.known(reader.identifier()), null);
      } while (reader.acceptSymbol(","));
    } else {
      reader.expect("SET");
      while (!reader.atEnd()) {
        Name name = SessionParameters.known(reader.identifier());
        reader.expectSymbol("=");
        apply(session, name, value(reader));
        reader.acceptSymbol(",");
      }
    }
    reader.expectEnd();
    return Result.status(StatementType.ALTER_SESSION, "Statement executed successfully.");
  }

  private static String value(TokenReader reader) {
    return reader.peek().kind() == Kind.SYMBOL ? reader.string() : reader.next().text();
  }

  private static void apply(
      Session session, Name name, @org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      session.parameters().unset(name);
    } else {
      session.parameters().set(name, value);
    }
    session.parameterChanged(name);
  }
}
