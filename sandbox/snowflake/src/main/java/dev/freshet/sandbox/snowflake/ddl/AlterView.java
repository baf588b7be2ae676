package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** ALTER VIEW: its comment, whether it is secure, and whether its changes are tracked. */
public final class AlterView implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("ALTER", "VIEW");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("ALTER", "VIEW");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    boolean tracks = statement.accept("SET", "CHANGE_TRACKING");
    UnaryOperator<View> change = tracks ? tracking(session, statement) : change(statement);
    statement.expectEnd();
    return session
        .transaction()
        .ddl(
            () -> {
              if (!ifExists || Relations.find(session, name).isPresent()) {
                View view = Relations.get(session, name, View.class);
                session.engine().catalog().put(change.apply(view));
              }
              return Answers.done();
            });
  }

  private static UnaryOperator<View> tracking(Session session, TokenReader reader) {
    reader.expectSymbol("=");
    if (!reader.bool()) {
      throw new UnsupportedSql("CHANGE_TRACKING = FALSE");
    }
    return view -> ChangeTracking.begin(session, view);
  }

  private static UnaryOperator<View> change(TokenReader reader) {
    if (reader.accept("SET", "COMMENT")) {
      reader.expectSymbol("=");
      Optional<String> comment = Optional.of(reader.string());
      return view -> view.withComment(comment);
    }
    if (reader.accept("UNSET", "COMMENT")) {
      return view -> view.withComment(Optional.empty());
    }
    if (reader.accept("SET", "SECURE")) {
      return view -> view.withSecure(true);
    }
    if (reader.accept("UNSET", "SECURE")) {
      return view -> view.withSecure(false);
    }
    throw reader.unexpected("expected SET or UNSET of COMMENT, SECURE or CHANGE_TRACKING");
  }
}
