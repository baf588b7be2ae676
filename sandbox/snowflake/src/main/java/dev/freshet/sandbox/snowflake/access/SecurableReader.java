package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.procedure.Signature;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Map;

/** Reads what stands behind ON in GRANT, REVOKE and SHOW GRANTS. What it names must be there. */
final class SecurableReader {

  /** Objects of a schema, and where the catalog holds them. */
  private static final Map<String, ObjectKind> OBJECTS =
      Map.of(
          "TABLE", ObjectKind.RELATION,
          "VIEW", ObjectKind.RELATION,
          "STREAM", ObjectKind.STREAM,
          "STAGE", ObjectKind.STAGE,
          "TASK", ObjectKind.TASK);

  private static final String[] OTHERS = {"WAREHOUSE", "INTEGRATION", "ROLE", "USER"};

  private final Session session;
  private final Catalog catalog;
  private final TokenReader reader;

  SecurableReader(Session session, TokenReader reader) {
    this.session = session;
    this.catalog = session.engine().catalog();
    this.reader = reader;
  }

  /** One or, of {@code ALL … IN}, all there are; {@code FUTURE … IN} is one of its own kind. */
  List<Securable> read() {
    if (reader.accept("ALL")) {
      return all();
    }
    return List.of(reader.accept("FUTURE") ? future() : one());
  }

  Securable one() {
    if (reader.accept("ACCOUNT")) {
      return Securable.ACCOUNT;
    }
    if (reader.accept("DATABASE")) {
      return Securable.database(catalog.database(reader.identifier()).name());
    }
    if (reader.accept("SCHEMA")) {
      return Securable.schema(catalog.schema(SchemaName.read(reader, session)).name());
    }
    String other = reader.acceptAny(OTHERS);
    return other.isEmpty() ? object() : new Securable(other, reader.identifier());
  }

  private Securable object() {
    if (reader.accept("FILE", "FORMAT")) {
      return existing(ObjectKind.FILE_FORMAT);
    }
    if (reader.accept("PROCEDURE")) {
      return Securable.existing(catalog, ObjectKind.PROCEDURE, Signature.read(reader, session));
    }
    reader.accept("DYNAMIC"); // a table's privileges are noted alike
    for (Map.Entry<String, ObjectKind> kind : OBJECTS.entrySet()) {
      if (reader.accept(kind.getKey())) {
        return existing(kind.getValue());
      }
    }
    return existing(ObjectKind.RELATION);
  }

  private Securable existing(ObjectKind kind) {
    return Securable.existing(catalog, kind, ObjectName.read(reader, session));
  }

  private List<Securable> all() {
    String plural = plural();
    Securable in = container();
    if (plural.equals("SCHEMAS")) {
      return catalog.schemas(in.name()).stream().map(s -> Securable.schema(s.name())).toList();
    }
    return catalog.all(SchemaObject.class).stream()
        .map(Securable::of)
        .filter(object -> object.plural().equals(plural) && object.isWithin(in))
        .toList();
  }

  private Securable future() {
    String plural = plural();
    Securable in = container();
    return new Securable("FUTURE " + plural + " IN " + in.kind(), in.name());
  }

  private String plural() {
    StringBuilder plural = new StringBuilder(reader.identifier());
    while (!reader.accept("IN")) {
      plural.append(' ').append(reader.identifier());
    }
    boolean known =
        plural.toString().equals("SCHEMAS")
            || plural.toString().equals("PROCEDURES")
            || plural.toString().equals("FILE FORMATS")
            || OBJECTS.keySet().stream().anyMatch(kind -> plural.toString().equals(kind + "S"));
    if (!known) {
      throw new UnsupportedSql("grants on ALL or FUTURE " + plural);
    }
    return plural.toString();
  }

  private Securable container() {
    if (reader.accept("DATABASE")) {
      return Securable.database(catalog.database(reader.identifier()).name());
    }
    reader.expect("SCHEMA");
    return Securable.schema(catalog.schema(SchemaName.read(reader, session)).name());
  }
}
