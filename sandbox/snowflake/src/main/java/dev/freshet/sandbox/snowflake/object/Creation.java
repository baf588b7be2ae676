package dev.freshet.sandbox.snowflake.object;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.function.Supplier;

/** {@code CREATE [OR REPLACE] <kind> [IF NOT EXISTS] <name>}: what is to happen if it is there. */
public record Creation(boolean orReplace, boolean ifNotExists, ObjectName name) {

  /** Whether the statement creates an object of this kind. Does not move. */
  public static boolean begins(TokenReader reader, String... kind) {
    if (!reader.startsWith("CREATE")) {
      return false;
    }
    int mark = reader.mark();
    reader.next();
    reader.accept("OR", "REPLACE");
    boolean begins = reader.startsWith(kind);
    reader.reset(mark);
    return begins;
  }

  /** Reads up to the name. */
  public static Creation read(TokenReader reader, Session session, String... kind) {
    reader.expect("CREATE");
    boolean orReplace = reader.accept("OR", "REPLACE");
    reader.expect(kind);
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    if (orReplace && ifNotExists) {
      throw SnowflakeException.compilation(
          "001003", "OR REPLACE and IF NOT EXISTS exclude each other.");
    }
    return new Creation(orReplace, ifNotExists, ObjectName.read(reader, session));
  }

  /** Puts the object into the catalog, as DDL: an open transaction is committed first. */
  public Result store(Session session, SchemaObject object) {
    return store(session, object.kind(), object.name(), () -> object);
  }

  /** The same for an object that is made within the DDL, and only if it is to be stored. */
  public Result store(Session session, ObjectKind kind, Supplier<? extends SchemaObject> object) {
    return store(session, kind, name, object);
  }

  private Result store(
      Session session, ObjectKind kind, ObjectName full, Supplier<? extends SchemaObject> object) {
    Catalog catalog = session.engine().catalog();
    return session.transaction().ddl(() -> put(catalog, kind, full, object));
  }

  private Result put(
      Catalog catalog, ObjectKind kind, ObjectName full, Supplier<? extends SchemaObject> object) {
    boolean there = catalog.find(kind, full).isPresent();
    if (there && ifNotExists) {
      return done(name.name() + " already exists, statement succeeded.");
    }
    if (there && !orReplace) {
      throw SnowflakeException.exists(full);
    }
    catalog.put(object.get());
    String label = kind == ObjectKind.STAGE ? "Stage area" : kind.label();
    return done(label + " " + name.name() + " successfully created.");
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
