package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;

/**
 * What a privilege is on.
 *
 * @param kind as {@code TABLE}, {@code FUTURE TABLES IN SCHEMA} or {@code ACCOUNT}
 * @param name its full name; empty for the account
 */
record Securable(String kind, String name) {

  /** Objects of a schema, and where the catalog holds them. */
  private static final Map<String, ObjectKind> OBJECTS =
      Map.of(
          "TABLE", ObjectKind.RELATION,
          "VIEW", ObjectKind.RELATION,
          "STREAM", ObjectKind.STREAM,
          "STAGE", ObjectKind.STAGE,
          "TASK", ObjectKind.TASK);

  private static final String[] OTHERS = {"WAREHOUSE", "INTEGRATION", "ROLE", "USER"};

  /** Reads what stands behind ON. Objects must be there; those of whole schemas need not. */
  static Securable read(Session session, TokenReader reader) {
    if (reader.accept("ACCOUNT")) {
      return new Securable("ACCOUNT", "");
    }
    String many = reader.acceptAny("ALL", "FUTURE");
    if (!many.isEmpty()) {
      return many(session, reader, many);
    }
    Catalog catalog = session.engine().catalog();
    if (reader.accept("DATABASE")) {
      return new Securable("DATABASE", catalog.database(reader.identifier()).name());
    }
    if (reader.accept("SCHEMA")) {
      SchemaName schema = catalog.schema(SchemaName.read(reader, session)).name();
      return new Securable("SCHEMA", schema.toString());
    }
    String other = reader.acceptAny(OTHERS);
    return other.isEmpty() ? object(session, reader) : new Securable(other, reader.identifier());
  }

  private static Securable object(Session session, TokenReader reader) {
    if (reader.accept("FILE", "FORMAT")) {
      return existing(session, "FILE FORMAT", ObjectKind.FILE_FORMAT, reader);
    }
    String routine = reader.acceptAny("PROCEDURE", "FUNCTION");
    if (!routine.isEmpty()) {
      return routine(session, reader, routine);
    }
    for (Map.Entry<String, ObjectKind> kind : OBJECTS.entrySet()) {
      if (reader.accept(kind.getKey())) {
        return existing(session, kind.getKey(), kind.getValue(), reader);
      }
    }
    return existing(session, "TABLE", ObjectKind.RELATION, reader);
  }

  private static Securable existing(
      Session session, String label, ObjectKind kind, TokenReader reader) {
    ObjectName name = ObjectName.read(reader, session);
    if (session.engine().catalog().find(kind, name).isEmpty()) {
      throw SnowflakeException.missing(kind.label(), name);
    }
    return new Securable(label, name.toString());
  }

  /** A procedure is named with the types of its arguments. */
  private static Securable routine(Session session, TokenReader reader, String kind) {
    ObjectName name = ObjectName.read(reader, session);
    int mark = reader.mark();
    int close = reader.aheadToClose();
    for (int i = 0; i <= close; i++) {
      reader.next();
    }
    return new Securable(kind, name + reader.textSince(mark));
  }

  /** {@code ALL TABLES IN SCHEMA s}: recorded as it is said, not object by object. */
  private static Securable many(Session session, TokenReader reader, String which) {
    StringBuilder kind = new StringBuilder(which);
    while (!reader.accept("IN")) {
      kind.append(' ').append(reader.identifier());
    }
    Catalog catalog = session.engine().catalog();
    if (reader.accept("DATABASE")) {
      return new Securable(kind + " IN DATABASE", catalog.database(reader.identifier()).name());
    }
    reader.expect("SCHEMA");
    SchemaName schema = catalog.schema(SchemaName.read(reader, session)).name();
    return new Securable(kind + " IN SCHEMA", schema.toString());
  }
}
