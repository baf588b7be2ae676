package dev.freshet.sandbox.snowflake.sql;

import java.util.List;
import java.util.regex.Pattern;

/** The full name of a schema object, in the case Snowflake stores it. */
public record ObjectName(String database, String schema, String name) {

  private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_$]*");

  /** Reads a name of one to three parts and completes it from the session. */
  public static ObjectName read(TokenReader reader, Namespace namespace) {
    return of(reader.dottedName(), namespace);
  }

  public static ObjectName parse(String text, Namespace namespace) {
    TokenReader reader = new TokenReader(text);
    ObjectName name = read(reader, namespace);
    reader.expectEnd();
    return name;
  }

  public static ObjectName of(List<String> parts, Namespace namespace) {
    return switch (parts.size()) {
      case 1 ->
          new ObjectName(namespace.currentDatabase(), namespace.currentSchema(), parts.get(0));
      case 2 -> new ObjectName(namespace.currentDatabase(), parts.get(0), parts.get(1));
      case 3 -> new ObjectName(parts.get(0), parts.get(1), parts.get(2));
      default ->
          throw new IllegalArgumentException(
              "an object's name has one to three parts, found " + parts);
    };
  }

  public SchemaName inSchema() {
    return new SchemaName(database, schema);
  }

  /** The identifier as it must be written: bare if that means the same, quoted otherwise. */
  public static String quoted(String identifier) {
    return PLAIN.matcher(identifier).matches()
        ? identifier
        : "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String toString() {
    return quoted(database) + "." + quoted(schema) + "." + quoted(name);
  }
}
