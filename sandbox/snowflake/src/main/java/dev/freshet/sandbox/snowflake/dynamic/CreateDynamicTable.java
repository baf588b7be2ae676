package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.catalog.Dynamic;
import dev.freshet.sandbox.snowflake.catalog.Dynamic.Mode;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.ddl.CreateOptions;
import dev.freshet.sandbox.snowflake.ddl.Relations;
import dev.freshet.sandbox.snowflake.ddl.TableStore;
import dev.freshet.sandbox.snowflake.dynamic.DynamicTableOptions.RefreshMode;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.query.SourcedQuery;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;

/** CREATE DYNAMIC TABLE. Source: sql-reference/sql/create-dynamic-table. */
final class CreateDynamicTable implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "DYNAMIC", "TABLE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions options = CreateOptions.read(reader);
    reader.expect("DYNAMIC", "TABLE");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    ObjectName name = ObjectName.read(reader, session);
    DynamicTableOptions said = DynamicTableOptions.read(reader);
    reader.expect("AS");
    int mark = reader.mark();
    SourcedQuery.read(session, name.inSchema(), session.role(), reader, false);
    reader.expectEnd();
    String query = reader.textSince(mark);
    return session
        .transaction()
        .ddl(
            () -> {
              if (!Relations.mayCreate(session, options, ifNotExists, name, Table.class)) {
                return Answers.alreadyThere(name.name());
              }
              Dynamic dynamic = dynamic(session, name, said, query, reader.sql());
              create(session, options, name, said, dynamic);
              return Answers.created("Dynamic table", name.name());
            });
  }

  private static void create(
      Session session,
      CreateOptions options,
      ObjectName name,
      DynamicTableOptions said,
      Dynamic dynamic) {
    SourcedQuery query = SourcedQuery.of(session, name.inSchema(), session.role(), dynamic);
    if (dynamic.isIncremental()) {
      ChangeTracking.begin(session, query.tables());
    }
    TableStore store = new TableStore(session);
    Table table = store.create(name, options.durability(), query.columns(session));
    Refresh.prepare(session, table);
    table.options().putAll(said.kept());
    table.setDynamic(dynamic);
    ChangeTracking.begin(session, table);
    store.publish(table);
    if (said.initialized()) {
      fill(session, table);
    }
  }

  /** A table whose first refresh fails is not created. */
  private static void fill(Session session, Table table) {
    boolean done = false;
    try {
      new Refresh(session, session.role()).run(table);
      done = true;
    } finally {
      if (!done) {
        session.engine().catalog().remove(ObjectKind.RELATION, table.name());
        new TableStore(session).discard(table);
      }
    }
  }

  /** AUTO is INCREMENTAL where the query allows it. */
  private static Dynamic dynamic(
      Session session, ObjectName name, DynamicTableOptions said, String query, String text) {
    Mode mode = said.mode() == RefreshMode.FULL ? Mode.FULL : Mode.INCREMENTAL;
    String reason = "";
    if (mode == Mode.INCREMENTAL) {
      try {
        TokenReader reader = new TokenReader(query);
        SourcedQuery.read(session, name.inSchema(), session.role(), reader, true);
      } catch (SnowflakeException e) {
        if (said.mode() == RefreshMode.INCREMENTAL) {
          throw e;
        }
        mode = Mode.FULL;
        reason = String.valueOf(e.getMessage());
      }
    }
    return new Dynamic(
        new Dynamic.Definition(query, text, mode, reason, said.targetLag(), said.warehouse()));
  }
}
