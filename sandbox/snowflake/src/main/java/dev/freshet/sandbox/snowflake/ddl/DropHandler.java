package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** DROP of databases, schemas, tables and views. What was dropped cannot be undropped here. */
public final class DropHandler implements StatementHandler {

  private static final Set<String> KINDS = Set.of("DATABASE", "SCHEMA", "TABLE", "VIEW");

  @Override
  public boolean handles(TokenReader statement) {
    return (statement.startsWith("DROP") || statement.startsWith("UNDROP"))
        && KINDS.contains(statement.peek(1).text());
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    if (reader.accept("UNDROP")) {
      throw new UnsupportedSql("UNDROP " + reader.peek().text());
    }
    reader.expect("DROP");
    String kind = reader.identifier();
    boolean ifExists = reader.accept("IF", "EXISTS");
    Supplier<Result> drop =
        switch (kind) {
          case "DATABASE" -> database(session, reader.identifier(), ifExists);
          case "SCHEMA" -> schema(session, SchemaName.read(reader, session), ifExists);
          case "VIEW" -> relation(session, reader, View.class, ifExists);
          default -> relation(session, reader, Table.class, ifExists);
        };
    reader.acceptAny("CASCADE", "RESTRICT");
    reader.expectEnd();
    return session.transaction().ddl(drop);
  }

  private static Supplier<Result> database(Session session, String name, boolean ifExists) {
    return () -> {
      Catalog catalog = session.engine().catalog();
      if (ifExists && !catalog.hasDatabase(name)) {
        return Answers.alreadyDropped(name);
      }
      discard(session, catalog.dropDatabase(name));
      session.engine().sessions().all().forEach(Session::leaveMissing);
      return Answers.dropped(name);
    };
  }

  private static Supplier<Result> schema(Session session, SchemaName name, boolean ifExists) {
    return () -> {
      Catalog catalog = session.engine().catalog();
      if (ifExists && !catalog.hasSchema(name)) {
        return Answers.alreadyDropped(name.schema());
      }
      if (name.schema().equals("INFORMATION_SCHEMA")) {
        throw SnowflakeException.notPerformed();
      }
      discard(session, catalog.dropSchema(name));
      session.engine().sessions().all().forEach(Session::leaveMissing);
      return Answers.dropped(name.schema());
    };
  }

  private static Supplier<Result> relation(
      Session session, TokenReader reader, Class<? extends Relation> type, boolean ifExists) {
    ObjectName name = ObjectName.read(reader, session);
    return () -> {
      if (ifExists && Relations.find(session, name).isEmpty()) {
        return Answers.alreadyDropped(name.name());
      }
      Relation relation = Relations.get(session, name, type);
      session.engine().catalog().remove(ObjectKind.RELATION, name);
      discard(session, List.of(relation));
      return Answers.dropped(name.name());
    };
  }

  /** Lets go of what dropped objects keep in DuckDB. */
  static void discard(Session session, Collection<? extends SchemaObject> objects) {
    TableStore store = new TableStore(session);
    for (SchemaObject object : objects) {
      if (object instanceof Table table) {
        store.discard(table);
      }
    }
  }
}
