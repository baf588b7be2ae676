package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.procedure.Signature;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What CREATE, ALTER, DROP, COMMENT, DESCRIBE and EXECUTE TASK take, and what they leave. */
final class DefinitionRules {

  /** Kinds of one word; a FILE FORMAT has two. */
  private static final Map<String, ObjectKind> KINDS =
      Map.of(
          "TABLE", ObjectKind.RELATION,
          "DYNAMIC TABLE", ObjectKind.RELATION,
          "VIEW", ObjectKind.RELATION,
          "STREAM", ObjectKind.STREAM,
          "STAGE", ObjectKind.STAGE,
          "TASK", ObjectKind.TASK,
          "PROCEDURE", ObjectKind.PROCEDURE);

  private final Authority authority;
  private final Session session;
  private final Catalog catalog;
  private final TokenReader reader;
  private final String role;
  private final Ownership ownership;

  DefinitionRules(Authority authority, Session session, TokenReader reader) {
    this.authority = authority;
    this.session = session;
    this.catalog = session.engine().catalog();
    this.reader = reader;
    this.role = session.role();
    this.ownership = new Ownership(authority.roles(), role, session.engine().clock().instant());
  }

  /**
   * @param verb the statement's first word, which is read
   */
  Runnable admit(String verb) {
    reader.accept("ON"); // COMMENT ON
    boolean replaces = reader.accept("OR", "REPLACE");
    boolean alters = reader.accept("OR", "ALTER");
    boolean temporary = false;
    String modifier = "-";
    while (!modifier.isEmpty()) {
      modifier =
          reader.acceptAny(
              "TEMPORARY", "TEMP", "VOLATILE", "TRANSIENT", "SECURE", "LOCAL", "GLOBAL", "SCOPED");
      temporary |= modifier.startsWith("TEMP") || modifier.equals("VOLATILE");
    }
    String kind = kind();
    if (verb.equals("CREATE")) {
      reader.accept("IF", "NOT", "EXISTS");
    } else {
      reader.accept("IF", "EXISTS");
    }
    return switch (kind) {
      case "DATABASE" -> database(verb);
      case "SCHEMA" -> schema(verb);
      case "ROLE" -> role(verb);
      case "USER", "WAREHOUSE" -> onAccount(verb, kind);
      case "STORAGE", "NOTIFICATION" -> onAccount(verb, "INTEGRATION");
      default -> {
        ObjectKind found = kind.equals("FILE FORMAT") ? ObjectKind.FILE_FORMAT : KINDS.get(kind);
        yield found == null
            ? DefinitionRules::nothing
            : object(alters ? "CREATE OR ALTER" : verb, kind, found, replaces, temporary);
      }
    };
  }

  private String kind() {
    if (reader.accept("FILE", "FORMAT")) {
      return "FILE FORMAT";
    }
    return reader.accept("DYNAMIC", "TABLE") ? "DYNAMIC TABLE" : reader.next().text();
  }

  private Runnable onAccount(String verb, String kind) {
    if (verb.equals("CREATE") || verb.equals("DROP")) {
      authority.require(role, "CREATE " + kind, Securable.ACCOUNT);
    }
    return DefinitionRules::nothing;
  }

  private Runnable role(String verb) {
    if (verb.equals("CREATE")) {
      authority.require(role, "CREATE ROLE", Securable.ACCOUNT);
      Securable created = Securable.role(reader.identifier());
      return () -> ownership.created(created);
    }
    Securable dropped = Securable.role(reader.identifier());
    if (authority.roles().has(dropped.name())) {
      authority.require(role, Roles.OWNERSHIP, dropped);
    }
    return DefinitionRules::nothing;
  }

  private Runnable database(String verb) {
    String name = reader.identifier();
    Securable database = Securable.database(name);
    Optional<Object> before = databaseNow(name);
    if (verb.equals("CREATE")) {
      authority.require(role, "CREATE DATABASE", Securable.ACCOUNT);
      return () -> {
        if (isNew(before, databaseNow(name))) {
          ownership.dropped(database);
          ownership.created(database);
          ownership.created(Securable.schema(new SchemaName(name, "PUBLIC")));
        }
      };
    }
    before.ifPresent(there -> requireOwned(database, authority.roles().knows(role, database)));
    return () -> {
      if (!catalog.hasDatabase(name)) {
        ownership.dropped(database);
      }
    };
  }

  private Optional<Object> databaseNow(String name) {
    return catalog.hasDatabase(name) ? Optional.of(catalog.database(name)) : Optional.empty();
  }

  private Runnable schema(String verb) {
    SchemaName name = SchemaName.read(reader, session);
    Securable schema = Securable.schema(name);
    Optional<Object> before = schemaNow(name);
    if (verb.equals("CREATE")) {
      if (catalog.hasDatabase(name.database())) {
        requireIn(Securable.database(name.database()), "CREATE SCHEMA");
      }
      return () -> {
        if (isNew(before, schemaNow(name))) {
          ownership.dropped(schema);
          ownership.created(schema);
        }
      };
    }
    before.ifPresent(there -> requireOwned(schema, authority.uses(role, name)));
    return () -> {
      if (!catalog.hasSchema(name)) {
        ownership.dropped(schema);
      }
    };
  }

  private Optional<Object> schemaNow(SchemaName name) {
    return catalog.hasSchema(name) ? Optional.of(catalog.schema(name)) : Optional.empty();
  }

  private Runnable object(
      String verb, String kind, ObjectKind catalogKind, boolean replaces, boolean temporary) {
    boolean signed = catalogKind == ObjectKind.PROCEDURE && !verb.equals("CREATE");
    ObjectName name = signed ? Signature.read(reader, session) : ObjectName.read(reader, session);
    Optional<SchemaObject> there = catalog.find(catalogKind, name);
    if (verb.equals("CREATE") || (verb.equals("CREATE OR ALTER") && there.isEmpty())) {
      return create(kind, catalogKind, name, replaces, temporary);
    }
    there.ifPresent(object -> existing(verb, object));
    return there.map(object -> after(catalogKind, object)).orElse(DefinitionRules::nothing);
  }

  private Runnable create(
      String kind, ObjectKind catalogKind, ObjectName name, boolean replaces, boolean temporary) {
    if (catalog.hasSchema(name.inSchema())) {
      Securable schema = Securable.schema(name.inSchema());
      if (!authority.roles().knows(role, Securable.database(name.database()))) {
        throw SnowflakeException.missing("Database", name.database());
      }
      requireIn(schema, temporary ? "USAGE" : "CREATE " + kind);
    }
    Set<SchemaObject> before = there(catalogKind, name);
    if (replaces && catalogKind != ObjectKind.PROCEDURE) {
      before.forEach(object -> authority.require(role, Roles.OWNERSHIP, object));
    }
    boolean copiesGrants = copiesGrants();
    return () -> {
      Set<SchemaObject> created = there(catalogKind, name);
      created.removeAll(before);
      created.forEach(object -> ownership.replaced(object, copiesGrants));
    };
  }

  private boolean copiesGrants() {
    while (!reader.atEnd()) {
      if (reader.accept("COPY", "GRANTS")) {
        return true;
      }
      reader.next();
    }
    return false;
  }

  /** What has a name now, each object for itself; of procedures, all that share it. */
  private Set<SchemaObject> there(ObjectKind kind, ObjectName name) {
    Set<SchemaObject> found = Collections.newSetFromMap(new IdentityHashMap<>());
    if (kind != ObjectKind.PROCEDURE) {
      catalog.find(kind, name).ifPresent(found::add);
      return found;
    }
    catalog.all(SchemaObject.class).stream()
        .filter(object -> object.kind() == kind)
        .filter(object -> object.name().inSchema().equals(name.inSchema()))
        .filter(object -> object.name().name().startsWith(name.name() + "("))
        .forEach(found::add);
    return found;
  }

  private void existing(String verb, SchemaObject object) {
    if (verb.startsWith("DESC")) {
      if (!authority.knows(role, object)) {
        throw SnowflakeException.missing(object.kind().label(), object.name());
      }
      return;
    }
    boolean task = object.kind() == ObjectKind.TASK;
    boolean dynamic = object instanceof Table table && table.dynamic().isPresent();
    boolean operates =
        verb.equals("EXECUTE")
            || reader.startsWith("RESUME")
            || reader.startsWith("SUSPEND")
            || reader.startsWith("REFRESH");
    authority.require(role, (task || dynamic) && operates ? "OPERATE" : Roles.OWNERSHIP, object);
    if (task && operates && !reader.startsWith("SUSPEND")) {
      requireRunnable(object);
    }
  }

  private void requireRunnable(SchemaObject task) {
    String owner = authority.ownerOf(task);
    if (!authority.roles().holds(owner, "EXECUTE TASK", Securable.ACCOUNT)) {
      throw new SnowflakeException(
          "091089",
          "42501",
          "Cannot execute task , EXECUTE TASK privilege must be granted to owner role");
    }
  }

  /** Notes that an object is gone, or has another name. */
  private Runnable after(ObjectKind kind, SchemaObject object) {
    ObjectName before = object.name();
    Securable named = Securable.of(object);
    return () -> {
      if (!object.name().equals(before)) {
        ownership.renamed(named, Securable.of(object));
      } else if (catalog.find(kind, before).isEmpty()) {
        ownership.dropped(named);
      }
    };
  }

  private void requireOwned(Securable on, boolean known) {
    if (!known) {
      throw SnowflakeException.missing(
          on.kind().equals("SCHEMA") ? "Schema" : "Database", on.name());
    }
    authority.require(role, Roles.OWNERSHIP, on);
  }

  /** A privilege on a database or schema, which must be known of. */
  private void requireIn(Securable container, String privilege) {
    if (!authority.roles().knows(role, container)) {
      throw SnowflakeException.missing(
          container.kind().equals("SCHEMA") ? "Schema" : "Database", container.name());
    }
    authority.require(role, privilege, container);
  }

  /** Identity tells: an object that was replaced is another one. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isNew(Optional<Object> before, Optional<Object> now) {
    return now.isPresent() && (before.isEmpty() || before.get() != now.get());
  }

  /** What most statements leave to be noted. */
  private static void nothing() {}
}
