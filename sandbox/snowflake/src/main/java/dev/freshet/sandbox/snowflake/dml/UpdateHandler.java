package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.ExpressionTranslator;
import dev.freshet.sandbox.snowflake.query.FromTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code UPDATE table SET … [FROM …] [WHERE …]}. */
public final class UpdateHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("UPDATE");
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return Result.builder(StatementType.UPDATE).number("number of rows updated").build();
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("UPDATE");
    Target target = Target.read(session, reader);
    Translation translation = Translation.of(session, reader);
    Reread<Parts> parts = Reread.of(translation, () -> translate(translation, target));
    long updated =
        session
            .transaction()
            .write(
                WriteIntent.locking(target.table(), translation.streams()),
                () -> update(session, target, parts.now()));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("number of rows updated", updated);
    counts.put("number of multi-joined rows updated", 0L);
    return Result.counts(StatementType.UPDATE, counts);
  }

  private static long update(Session session, Target target, Parts parts) {
    TableChange change = TableChange.of(session, target.table());
    String set = parts.set() + change.versionAssignment();
    return change.run("UPDATE " + target.sql() + " SET " + set + parts.rest(), false);
  }

  private record Parts(String set, String rest) {}

  /** FROM is read before SET: the types of SET's expressions depend on it. */
  private static Parts translate(Translation translation, Target target) {
    TokenReader reader = translation.reader();
    int set = reader.mark();
    Scope scope = Scope.root(translation.session());
    scope.setFrom(target.sql());
    StringBuilder rest = new StringBuilder();
    Clauses.skipTo(reader, "FROM", "WHERE");
    if (reader.accept("FROM")) {
      rest.append(" FROM ").append(Clauses.from(new FromTranslator(translation, scope), target));
    }
    rest.append(Clauses.where(translation, scope));
    reader.expectEnd();
    int end = reader.mark();
    reader.reset(set);
    reader.expect("SET");
    String assignments =
        Clauses.assignments(
            translation, scope, target, new ExpressionTranslator(translation, scope));
    reader.reset(end);
    return new Parts(assignments, rest.toString());
  }
}
