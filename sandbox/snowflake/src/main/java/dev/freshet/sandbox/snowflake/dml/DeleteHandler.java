package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.FromTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;

/** {@code DELETE FROM table [USING …] [WHERE …]}. */
public final class DeleteHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("DELETE");
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return Result.builder(StatementType.DELETE).number("number of rows deleted").build();
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("DELETE", "FROM");
    Target target = Target.read(session, reader);
    Translation translation = Translation.of(session, reader);
    Reread<String> rest = Reread.of(translation, () -> translate(translation, target));
    long deleted =
        session
            .transaction()
            .write(
                WriteIntent.locking(target.table(), translation.streams()),
                () ->
                    TableChange.of(session, target.table())
                        .run("DELETE FROM " + target.sql() + rest.now(), true));
    return Result.counts(StatementType.DELETE, Map.of("number of rows deleted", deleted));
  }

  private static String translate(Translation translation, Target target) {
    TokenReader reader = translation.reader();
    Scope scope = Scope.root(translation.session());
    scope.setFrom(target.sql());
    String using =
        reader.accept("USING")
            ? " USING " + Clauses.from(new FromTranslator(translation, scope), target)
            : "";
    String where = Clauses.where(translation, scope);
    reader.expectEnd();
    return using + where;
  }
}
