package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.QueryTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code INSERT FIRST | ALL [WHEN … THEN INTO …] … [ELSE INTO …] query}. The source is read once,
 * into a temporary table; each INTO then takes its rows from there. Source:
 * sql-reference/sql/insert-multi-table.
 */
public final class MultiInsertHandler implements StatementHandler {

  private static final String SOURCE = "\"sandbox$source\"";

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("INSERT", "FIRST")
        || statement.startsWith("INSERT", "ALL")
        || statement.startsWith("INSERT", "OVERWRITE", "FIRST")
        || statement.startsWith("INSERT", "OVERWRITE", "ALL");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("INSERT");
    if (reader.accept("OVERWRITE")) {
      throw new UnsupportedSql("INSERT OVERWRITE FIRST and INSERT OVERWRITE ALL");
    }
    boolean first = reader.accept("FIRST");
    if (!first) {
      reader.expect("ALL");
    }
    int branches = reader.mark();
    skipToQuery(reader);
    int query = reader.mark();
    Translation translation = Translation.of(session, reader);
    source(translation);
    Map<String, Long> counts =
        session
            .transaction()
            .write(
                WriteIntent.consuming(translation.streams()),
                () -> {
                  reader.reset(query);
                  session.duck().temporaryCopy(SOURCE, source(translation));
                  reader.reset(branches);
                  Scope scope = Scope.root(session);
                  scope.setFrom(SOURCE);
                  List<Branch> all = Branch.readAll(translation, scope, first);
                  Map<String, Long> inserted = new LinkedHashMap<>();
                  all.forEach(branch -> insert(session, branch, inserted));
                  session.duck().dropTemporary(SOURCE);
                  return inserted;
                });
    return Result.counts(StatementType.MULTI_INSERT, counts);
  }

  private static String source(Translation translation) {
    String sql = new QueryTranslator(translation, Scope.root(translation.session())).query();
    translation.reader().expectEnd();
    return sql;
  }

  private static void insert(Session session, Branch branch, Map<String, Long> counts) {
    Table table = branch.table();
    String select = "SELECT " + branch.values() + " FROM " + SOURCE;
    String cast =
        SourceCasts.select(
            session, select, branch.columns().given(), branch.columns().defaultValues());
    String filtered = cast.replace(select, select + " WHERE " + branch.condition());
    long inserted =
        TableChange.of(session, table)
            .run(
                "INSERT INTO "
                    + table.physical()
                    + " ("
                    + branch.columns().columnList()
                    + ") "
                    + filtered,
                false);
    counts.merge("number of rows inserted into " + table.name().name(), inserted, Long::sum);
  }

  private static void skipToQuery(TokenReader reader) {
    int depth = 0;
    while (!reader.atEnd()) {
      if (reader.peek().isSymbol("(")) {
        depth++;
      } else if (reader.peek().isSymbol(")")) {
        depth--;
      } else if (depth == 0 && (reader.peek().isWord("SELECT") || reader.peek().isWord("WITH"))) {
        return;
      }
      reader.next();
    }
    throw reader.unexpected("expected the query of a multi-table INSERT");
  }
}
