package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.Expr;
import dev.freshet.sandbox.snowflake.query.ExpressionTranslator;
import dev.freshet.sandbox.snowflake.query.QueryTranslator;
import dev.freshet.sandbox.snowflake.query.Rows;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code INSERT [OVERWRITE] INTO table [(columns)] VALUES … | query}. */
public final class InsertHandler implements StatementHandler {

  private static final String SOURCE = "\"sandbox$source\"";

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("INSERT", "INTO")
        || statement.startsWith("INSERT", "OVERWRITE", "INTO");
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return Result.builder(StatementType.INSERT).number("number of rows inserted").build();
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("INSERT");
    boolean overwrite = reader.accept("OVERWRITE");
    reader.expect("INTO");
    Table table = Target.table(session, reader);
    ColumnDefaults columns = ColumnDefaults.read(session, reader, table);
    Translation translation = Translation.of(session, reader);
    int mark = reader.mark();
    // Streams are known only once the source is read; it is read again, as of then, inside the
    // write.
    source(translation, columns);
    WriteIntent intent =
        overwrite
            ? WriteIntent.locking(table, translation.streams())
            : WriteIntent.consuming(translation.streams());
    long inserted =
        session
            .transaction()
            .write(
                intent,
                () -> {
                  reader.reset(mark);
                  String sql = source(translation, columns);
                  return overwrite
                      ? overwrite(session, table, columns, sql)
                      : TableChange.of(session, table).run(insert(table, columns, sql), false);
                });
    return Result.counts(StatementType.INSERT, Map.of("number of rows inserted", inserted));
  }

  /** The source is read before the rows go: it may be the table itself. */
  private static long overwrite(
      Session session, Table table, ColumnDefaults columns, String source) {
    session.duck().execute("CREATE OR REPLACE TEMPORARY TABLE " + SOURCE + " AS " + source);
    TableChange.of(session, table).run("DELETE FROM " + table.physical(), true);
    String rows = "SELECT * FROM " + SOURCE;
    long inserted = TableChange.of(session, table).run(insert(table, columns, rows), false);
    session.duck().execute("DROP TABLE " + SOURCE);
    return inserted;
  }

  private static String insert(Table table, ColumnDefaults columns, String source) {
    return "INSERT INTO " + table.physical() + " (" + columns.columnList() + ") " + source;
  }

  private static String source(Translation translation, ColumnDefaults columns) {
    TokenReader reader = translation.reader();
    String sql;
    if (reader.accept("VALUES")) {
      sql = values(translation, columns);
    } else {
      boolean bracket = reader.acceptSymbol("(");
      sql = new QueryTranslator(translation, Scope.root(translation.session())).query();
      if (bracket) {
        reader.expectSymbol(")");
      }
    }
    reader.expectEnd();
    return SourceCasts.select(translation.session(), sql, columns.given(), columns.defaultValues());
  }

  private static String values(Translation translation, ColumnDefaults columns) {
    TokenReader reader = translation.reader();
    List<List<Expr>> rows = new ArrayList<>();
    do {
      reader.expectSymbol("(");
      rows.add(row(translation, columns));
      reader.expectSymbol(")");
    } while (reader.acceptSymbol(","));
    return "VALUES " + Rows.unified(Scope.root(translation.session()), rows);
  }

  private static List<Expr> row(Translation translation, ColumnDefaults columns) {
    TokenReader reader = translation.reader();
    ExpressionTranslator expressions =
        new ExpressionTranslator(translation, Scope.root(translation.session()));
    List<Expr> cells = new ArrayList<>();
    do {
      if (reader.accept("DEFAULT")) {
        TableColumn column = columns.given().get(cells.size());
        cells.add(Expr.of(columns.defaultOf(column)));
      } else {
        cells.add(expressions.expression());
      }
    } while (reader.acceptSymbol(","));
    SourceCasts.requireCount(columns.given().size(), cells.size());
    return cells;
  }
}
