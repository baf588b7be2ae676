package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * Where a SHOW command looks.
 *
 * @param database empty for the whole account
 * @param schema empty for a whole database
 * @param object empty for a whole schema
 */
public record ShowScope(
    Optional<String> database, Optional<String> schema, Optional<String> object) {

  /** What a name behind IN names. */
  public enum Level {
    DATABASE,
    SCHEMA,
    OBJECT
  }

  private static final ShowScope ACCOUNT =
      new ShowScope(Optional.empty(), Optional.empty(), Optional.empty());

  /** Without IN: the database in use, or the account. Source: sql-reference/sql/show-tables. */
  static ShowScope current(Session session) {
    return new ShowScope(session.database(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads what stands behind IN. What is not there is 002043; DATABASE and SCHEMA alone have no
   * effect if none is in use.
   */
  static ShowScope read(Session session, TokenReader reader, Level bareName) {
    ShowScope scope =
        switch (reader.acceptAny("ACCOUNT", "DATABASE", "SCHEMA", "TABLE", "VIEW")) {
          case "ACCOUNT" -> ACCOUNT;
          case "DATABASE" -> database(session, reader);
          case "SCHEMA" -> schema(session, reader);
          case "TABLE", "VIEW" -> object(session, reader);
          default -> bare(session, reader, bareName);
        };
    scope.check(session);
    return scope;
  }

  private static ShowScope bare(Session session, TokenReader reader, Level level) {
    return switch (level) {
      case DATABASE -> database(session, reader);
      case SCHEMA -> schema(session, reader);
      case OBJECT -> object(session, reader);
    };
  }

  private static ShowScope database(Session session, TokenReader reader) {
    return namedHere(reader)
        ? new ShowScope(Optional.of(reader.identifier()), Optional.empty(), Optional.empty())
        : current(session);
  }

  private static ShowScope schema(Session session, TokenReader reader) {
    if (!namedHere(reader)) {
      return new ShowScope(session.database(), session.schema(), Optional.empty());
    }
    SchemaName name = SchemaName.read(reader, session);
    return new ShowScope(
        Optional.of(name.database()), Optional.of(name.schema()), Optional.empty());
  }

  private static ShowScope object(Session session, TokenReader reader) {
    ObjectName name = ObjectName.read(reader, session);
    return new ShowScope(
        Optional.of(name.database()), Optional.of(name.schema()), Optional.of(name.name()));
  }

  private static boolean namedHere(TokenReader reader) {
    return reader.peek().isIdentifier()
        && !reader.startsWith("STARTS", "WITH")
        && !(reader.peek().isWord("LIMIT") && reader.peek(1).kind() == Kind.NUMBER);
  }

  private void check(Session session) {
    Catalog catalog = session.engine().catalog();
    Sight sight = session.engine().access().sight(session.role());
    boolean there =
        database.map(d -> catalog.hasDatabase(d) && sight.ofDatabase(d)).orElse(true)
            && schema
                .map(s -> s.equals("INFORMATION_SCHEMA") || hasSchema(catalog, sight, s))
                .orElse(true);
    if (!there) {
      throw SnowflakeException.notPerformed();
    }
  }

  private boolean hasSchema(Catalog catalog, Sight sight, String name) {
    SchemaName schemaName = new SchemaName(database.orElseThrow(), name);
    return catalog.hasSchema(schemaName) && sight.of(schemaName);
  }

  public boolean containsDatabase(String name) {
    return database.map(name::equals).orElse(true);
  }

  public boolean contains(SchemaName name) {
    return containsDatabase(name.database()) && schema.map(name.schema()::equals).orElse(true);
  }

  public boolean contains(ObjectName name) {
    return contains(name.inSchema()) && object.map(name.name()::equals).orElse(true);
  }

  /** The objects of a type in it that the role may know of, by database, schema and name. */
  public <T extends SchemaObject> List<T> objects(Session session, Class<T> type) {
    Sight sight = session.engine().access().sight(session.role());
    return session.engine().catalog().all(type).stream()
        .filter(found -> contains(found.name()) && sight.of(found))
        .toList();
  }
}
