package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.Assignment;
import dev.freshet.sandbox.snowflake.query.ExpressionTranslator;
import dev.freshet.sandbox.snowflake.query.FromTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code MERGE INTO table USING … ON … WHEN …}. Two source rows for one target row are an error.
 */
public final class MergeHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("MERGE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("MERGE", "INTO");
    Target target = Target.read(session, reader);
    int using = reader.mark();
    Translation translation = Translation.of(session, reader);
    new Merge(translation, target, "").read();
    Map<String, Long> counts =
        session
            .transaction()
            .write(
                WriteIntent.locking(target.table(), translation.streams()),
                () -> {
                  reader.reset(using);
                  return run(session, translation, target);
                });
    return Result.counts(StatementType.MERGE, counts);
  }

  private static Map<String, Long> run(Session session, Translation translation, Target target) {
    TableChange change = TableChange.of(session, target.table());
    Merge merge = new Merge(translation, target, change.versionAssignment());
    String sql = merge.read() + " RETURNING merge_action";
    Map<String, Long> actions = new TreeMap<>();
    change.run(
        merge.actions.contains("DELETE"),
        () ->
            session
                .duck()
                .query(
                    sql,
                    rows -> {
                      long touched = 0;
                      for (; rows.next(); touched++) {
                        actions.merge(rows.getString(1), 1L, Long::sum);
                      }
                      return touched;
                    }));
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String action : List.of("INSERT", "UPDATE", "DELETE")) {
      if (merge.actions.contains(action)) {
        String done = action.toLowerCase(Locale.ROOT) + (action.endsWith("E") ? "d" : "ed");
        counts.put("number of rows " + done, actions.getOrDefault(action, 0L));
      }
    }
    return counts;
  }

  private static final class Merge {
    private final Translation translation;
    private final TokenReader reader;
    private final Target target;
    private final String versionAssignment;
    private final Scope scope;
    private final Set<String> actions = new TreeSet<>();

    Merge(Translation translation, Target target, String versionAssignment) {
      this.translation = translation;
      this.reader = translation.reader();
      this.target = target;
      this.versionAssignment = versionAssignment;
      this.scope = Scope.root(translation.session());
    }

    String read() {
      reader.expect("USING");
      scope.setFrom(target.sql());
      String source = Clauses.from(new FromTranslator(translation, scope), target);
      reader.expect("ON");
      StringBuilder sql = new StringBuilder("MERGE INTO " + target.sql() + " USING " + source);
      sql.append(" ON ").append(expressions().expression().sql());
      while (reader.accept("WHEN")) {
        sql.append(" WHEN ").append(clause());
      }
      reader.expectEnd();
      return sql.toString();
    }

    private ExpressionTranslator expressions() {
      return new ExpressionTranslator(translation, scope);
    }

    private String clause() {
      boolean matched = !reader.accept("NOT");
      reader.expect("MATCHED");
      String when = matched ? "MATCHED" : "NOT MATCHED";
      String condition = reader.accept("AND") ? " AND " + expressions().expression().sql() : "";
      reader.expect("THEN");
      return when + condition + " THEN " + (matched ? change() : insert());
    }

    private String change() {
      if (reader.accept("DELETE")) {
        actions.add("DELETE");
        return "DELETE";
      }
      reader.expect("UPDATE", "SET");
      actions.add("UPDATE");
      return "UPDATE SET "
          + Clauses.assignments(translation, scope, target, expressions())
          + versionAssignment;
    }

    private String insert() {
      reader.expect("INSERT");
      actions.add("INSERT");
      ColumnDefaults columns = ColumnDefaults.read(translation.session(), reader, target.table());
      reader.expect("VALUES");
      reader.expectSymbol("(");
      List<String> values = new ArrayList<>();
      do {
        values.add(
            Assignment.of(scope, expressions().expression(), columns.given().get(values.size())));
      } while (values.size() < columns.given().size() && reader.acceptSymbol(","));
      reader.expectSymbol(")");
      SourceCasts.requireCount(columns.given().size(), values.size());
      return "INSERT ("
          + columns.columnList()
          + ") VALUES ("
          + String.join(", ", values)
          + columns.defaultValues()
          + ")";
    }
  }
}
