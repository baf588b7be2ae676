package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import java.util.Locale;

/**
 * What a privilege is on.
 *
 * @param kind as {@code TABLE}, {@code FUTURE TABLES IN SCHEMA} or {@code ACCOUNT}
 * @param name its full name; empty for the account
 */
record Securable(String kind, String name) {

  static final Securable ACCOUNT = new Securable("ACCOUNT", "");

  static Securable database(String name) {
    return new Securable("DATABASE", name);
  }

  static Securable schema(SchemaName name) {
    return new Securable("SCHEMA", name.toString());
  }

  static Securable role(String name) {
    return new Securable("ROLE", name);
  }

  static Securable of(SchemaObject object) {
    ObjectName name = object.name();
    // A procedure's name has its argument types behind it, which are no part of the identifier.
    return new Securable(
        kind(object),
        object.kind() == ObjectKind.PROCEDURE
            ? name.inSchema() + "." + name.name()
            : name.toString());
  }

  /** The kind as GRANT spells it. */
  static String kind(SchemaObject object) {
    return object instanceof View ? "VIEW" : object.kind().label().toUpperCase(Locale.ROOT);
  }

  /** The kind of several, as in {@code ON ALL TABLES}. */
  String plural() {
    return kind + "S";
  }

  /** Whether it is in a database or schema, or that itself. */
  boolean isWithin(Securable container) {
    return name.equals(container.name) || name.startsWith(container.name + ".");
  }

  /** What a statement about existing objects names: fails if it is not there. */
  static Securable existing(Catalog catalog, ObjectKind kind, ObjectName name) {
    return of(catalog.get(kind, name, SchemaObject.class));
  }
}
