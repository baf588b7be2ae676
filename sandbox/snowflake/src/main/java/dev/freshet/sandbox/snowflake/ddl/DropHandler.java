package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * DROP of databases, schemas, tables, views and streams. What was dropped cannot be undropped here.
 */
public final class DropHandler implements StatementHandler {

  private static final Set<String> KINDS = Set.of("DATABASE", "SCHEMA", "TABLE", "VIEW", "STREAM");

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("DROP") && KINDS.contains(statement.peek(1).text());
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("DROP");
    String kind = reader.identifier();
    boolean ifExists = reader.accept("IF", "EXISTS");
    return session.transaction().ddl(() -> drop(session, reader, kind, ifExists));
  }

  private static Result drop(Session session, TokenReader reader, String kind, boolean ifExists) {
    Catalog catalog = session.engine().catalog();
    return switch (kind) {
      case "DATABASE" -> {
        String name = reader.identifier();
        end(reader);
        if (ifExists && !catalog.hasDatabase(name)) {
          yield notThere(kind, name);
        }
        discard(session, catalog.dropDatabase(name));
        session.leaveMissing();
        yield dropped(name);
      }
      case "SCHEMA" -> {
        SchemaName name = SchemaName.read(reader, session);
        end(reader);
        if (ifExists && !catalog.hasSchema(name)) {
          yield notThere(kind, name.schema());
        }
        discard(session, catalog.dropSchema(name));
        yield dropped(name.schema());
      }
      default -> object(session, reader, kind, ifExists);
    };
  }

  private static Result object(Session session, TokenReader reader, String kind, boolean ifExists) {
    ObjectName name = ObjectName.read(reader, session);
    end(reader);
    Class<? extends SchemaObject> type =
        switch (kind) {
          case "TABLE" -> Table.class;
          case "VIEW" -> View.class;
          default -> TableStream.class;
        };
    ObjectKind objectKind = kind.equals("STREAM") ? ObjectKind.STREAM : ObjectKind.RELATION;
    Catalog catalog = session.engine().catalog();
    Optional<? extends SchemaObject> found = catalog.find(objectKind, name, type);
    if (found.isEmpty()) {
      if (ifExists) {
        return notThere(kind, name.name());
      }
      throw SnowflakeException.missing(label(kind), name);
    }
    catalog.remove(objectKind, name);
    discard(session, Set.of(found.get()));
    return dropped(name.name());
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

  private static void end(TokenReader reader) {
    reader.acceptAny("CASCADE", "RESTRICT");
    reader.expectEnd();
  }

  private static String label(String kind) {
    return kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Result dropped(String name) {
    return Result.status(StatementType.DDL, name + " successfully dropped.");
  }

  private static Result notThere(String kind, String name) {
    return Result.status(
        StatementType.DDL,
        "Drop statement executed successfully (" + name + " already dropped, " + kind + ").");
  }
}
