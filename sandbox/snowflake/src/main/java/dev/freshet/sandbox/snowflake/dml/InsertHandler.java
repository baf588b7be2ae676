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
import java.util.Map;

/** {@code INSERT [OVERWRITE] INTO table [(columns)] VALUES … | query}. */
public final class InsertHandler implements StatementHandler {

  private static final String SOURCE = "\"sandbox$rows\"";

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
    Reread<String> source = Reread.of(translation, () -> source(translation, columns));
    WriteIntent intent =
        overwrite
            ? WriteIntent.locking(table, translation.streams())
            : WriteIntent.consuming(translation.streams());
    long inserted =
        session
            .transaction()
            .write(
                intent,
                () ->
                    overwrite
                        ? overwrite(session, table, columns, source.now())
                        : insert(session, table, columns, source.now()));
    return Result.counts(StatementType.INSERT, Map.of("number of rows inserted", inserted));
  }

  private static long insert(Session session, Table table, ColumnDefaults columns, String source) {
    String into = "INSERT INTO " + table.physical() + " (" + columns.columnList() + ") ";
    return TableChange.of(session, table).run(into + source, false);
  }

  /** The source is read before the table is emptied: it may be the table itself. */
  private static long overwrite(
      Session session, Table table, ColumnDefaults columns, String source) {
    session.duck().temporaryCopy(SOURCE, source);
    TableChange.of(session, table).run("DELETE FROM " + table.physical(), true);
    long inserted = insert(session, table, columns, "SELECT * FROM " + SOURCE);
    session.duck().dropTemporary(SOURCE);
    return inserted;
  }

  private static String source(Translation translation, ColumnDefaults columns) {
    TokenReader reader = translation.reader();
    if (reader.accept("VALUES")) {
      String values = new ValuesReader(translation, columns).rows();
      reader.expectEnd();
      return values;
    }
    boolean bracket = reader.acceptSymbol("(");
    String sql = new QueryTranslator(translation, Scope.root(translation.session())).query();
    if (bracket) {
      reader.expectSymbol(")");
    }
    reader.expectEnd();
    return SourceCasts.select(translation.session(), sql, columns.given(), columns.defaultValues());
  }
}
