package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.query.Query;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code CREATE TABLE}: with columns, AS query, LIKE, or CLONE. */
public final class CreateTableHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "TABLE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions options = CreateOptions.read(reader);
    reader.expect("TABLE");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    ObjectName name = ObjectName.read(reader, session);
    requireSchema(session, name);
    boolean there = session.engine().catalog().find(ObjectKind.RELATION, name).isPresent();
    if (!options.mayCreate(there, ifNotExists, name)) {
      return Result.status(
          StatementType.DDL, name.name() + " already exists, statement succeeded.");
    }
    if (session.transaction().isOpen()) {
      session.transaction().commit();
    }
    create(session, reader, options, name);
    return Result.status(StatementType.DDL, "Table " + name.name() + " successfully created.");
  }

  private static void create(
      Session session, TokenReader reader, CreateOptions options, ObjectName name) {
    String copied = reader.acceptAny("LIKE", "CLONE");
    if (!copied.isEmpty()) {
      copy(session, reader, options, name, copied.equals("CLONE"));
      return;
    }
    List<TableColumn> columns =
        reader.peek().isSymbol("(") ? new ColumnReader(session, reader).list() : List.of();
    Map<String, String> tableOptions = TableOptions.read(reader);
    if (reader.accept("AS")) {
      fromQuery(session, reader, options, name, columns, tableOptions);
      return;
    }
    reader.expectEnd();
    session
        .transaction()
        .ddl(
            () ->
                finish(
                    session,
                    new TableStore(session).create(name, options.durability(), columns),
                    tableOptions));
  }

  private static Table finish(Session session, Table table, Map<String, String> options) {
    TableStore store = new TableStore(session);
    table.options().putAll(options);
    if ("TRUE".equals(options.get(TableOptions.CHANGE_TRACKING))) {
      ChangeTracking.begin(session, table);
    }
    store.publish(table);
    return table;
  }

  private static void fromQuery(
      Session session,
      TokenReader reader,
      CreateOptions options,
      ObjectName name,
      List<TableColumn> named,
      Map<String, String> tableOptions) {
    int mark = reader.mark();
    Query first = Queries.translate(session, reader);
    reader.expectEnd();
    List<TableColumn> columns = columnsOf(Queries.describe(session, first), named);
    Table created =
        session
            .transaction()
            .write(
                WriteIntent.consuming(first.streams()),
                () -> {
                  reader.reset(mark);
                  Query query = Queries.translate(session, reader);
                  Table table = new TableStore(session).create(name, options.durability(), columns);
                  session
                      .duck()
                      .update(
                          "INSERT INTO "
                              + table.physical()
                              + " SELECT * FROM ("
                              + query.sql()
                              + ")");
                  return table;
                });
    session.transaction().ddl(() -> finish(session, created, tableOptions));
  }

  private static List<TableColumn> columnsOf(List<Column> found, List<TableColumn> named) {
    if (!named.isEmpty() && named.size() != found.size()) {
      throw SnowflakeException.compilation(
          "002026",
          "Invalid column definition list: "
              + named.size()
              + " columns for a query of "
              + found.size());
    }
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      String name = named.isEmpty() ? found.get(i).name() : named.get(i).name();
      columns.add(TableColumn.of(name, found.get(i).type()));
    }
    return columns;
  }

  private static void copy(
      Session session, TokenReader reader, CreateOptions options, ObjectName name, boolean rows) {
    Table source =
        session
            .engine()
            .catalog()
            .get(ObjectKind.RELATION, ObjectName.read(reader, session), Table.class);
    TableOptions.read(reader);
    reader.expectEnd();
    session
        .transaction()
        .ddl(
            () -> {
              Table table =
                  new TableStore(session).create(name, options.durability(), source.columns());
              if (rows) {
                session
                    .duck()
                    .update(
                        "INSERT INTO "
                            + table.physical()
                            + " SELECT "
                            + source.columnList()
                            + " FROM "
                            + source.physical());
              }
              return finish(session, table, new HashMap<>(source.options()));
            });
  }

  static void requireSchema(Session session, ObjectName name) {
    if (!session.engine().catalog().hasSchema(name.inSchema())) {
      throw SnowflakeException.missing("Schema", name.inSchema());
    }
  }
}
