package dev.freshet.sandbox.snowflake.sql;

import java.util.List;

/** The full name of a schema, which completes the names of what is in it. */
public record SchemaName(String database, String schema) implements Namespace {

  /** Reads a name of one or two parts and completes it from the session. */
  public static SchemaName read(TokenReader reader, Namespace namespace) {
    List<String> parts = reader.dottedName();
    if (parts.size() > 2) {
      throw reader.unexpected("a schema's name has one or two parts, found " + parts);
    }
    return of(parts, namespace);
  }

  /** A name of one or two parts, completed from the session. */
  public static SchemaName of(List<String> parts, Namespace namespace) {
    return parts.size() == 1
        ? new SchemaName(namespace.currentDatabase(), parts.get(0))
        : new SchemaName(parts.get(0), parts.get(1));
  }

  @Override
  public String currentDatabase() {
    return database;
  }

  @Override
  public String currentSchema() {
    return schema;
  }

  public ObjectName object(String name) {
    return new ObjectName(database, schema, name);
  }

  @Override
  public String toString() {
    return ObjectName.quoted(database) + "." + ObjectName.quoted(schema);
  }
}
