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
    return session.transaction().ddl(() -> put(session.engine().catalog(), object));
  }

  private Result put(Catalog catalog, SchemaObject object) {
    ObjectKind kind = object.kind();
    boolean there = catalog.find(kind, object.name()).isPresent();
    if (there && ifNotExists) {
      return done(name.name() + " already exists, statement succeeded.");
    }
    if (there && !orReplace) {
      throw SnowflakeException.exists(object.name());
    }
    catalog.put(object);
    String label = kind == ObjectKind.STAGE ? "Stage area" : kind.label();
    return done(label + " " + name.name() + " successfully created.");
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
