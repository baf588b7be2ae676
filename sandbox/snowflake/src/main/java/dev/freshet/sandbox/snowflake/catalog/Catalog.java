package dev.freshet.sandbox.snowflake.catalog;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All databases, schemas and their objects. Kept in memory: the sandbox starts empty each time. DDL
 * is never part of a transaction, so what is here is committed. Thread-safe.
 */
public final class Catalog {

  private final TreeMap<String, Database> databases = new TreeMap<>();

  /**
   * A database and its schemas.
   *
   * @param options such as COMMENT, as written
   */
  public record Database(
      String name,
      Instant createdOn,
      TreeMap<String, Schema> schemas,
      Map<String, String> options) {
    Database(String name, Instant createdOn) {
      this(name, createdOn, new TreeMap<>(), new ConcurrentHashMap<>());
    }
  }

  /**
   * A schema and its objects.
   *
   * @param options such as COMMENT, as written
   */
  public record Schema(
      SchemaName name,
      Instant createdOn,
      TreeMap<ObjectKey, SchemaObject> objects,
      Map<String, String> options) {
    Schema(SchemaName name, Instant createdOn) {
      this(name, createdOn, new TreeMap<>(), new ConcurrentHashMap<>());
    }
  }

  private record ObjectKey(ObjectKind kind, String name) implements Comparable<ObjectKey> {
    @Override
    public int compareTo(ObjectKey other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : kind.compareTo(other.kind);
    }
  }

  public synchronized boolean hasDatabase(String name) {
    return databases.containsKey(name);
  }

  public synchronized void createDatabase(String name, Instant now) {
    databases.put(name, new Database(name, now));
    createSchema(new SchemaName(name, "PUBLIC"), now);
  }

  /** Drops a database; the objects that were in it. */
  public synchronized List<SchemaObject> dropDatabase(String name) {
    Database dropped = database(name);
    databases.remove(name);
    return dropped.schemas().values().stream().flatMap(s -> s.objects().values().stream()).toList();
  }

  public synchronized boolean hasSchema(SchemaName name) {
    return hasDatabase(name.database())
        && database(name.database()).schemas().containsKey(name.schema());
  }

  public synchronized void createSchema(SchemaName name, Instant now) {
    database(name.database()).schemas().put(name.schema(), new Schema(name, now));
  }

  /** Drops a schema; the objects that were in it. */
  public synchronized List<SchemaObject> dropSchema(SchemaName name) {
    Schema dropped = schema(name);
    database(name.database()).schemas().remove(name.schema());
    return List.copyOf(dropped.objects().values());
  }

  public synchronized List<Database> databases() {
    return List.copyOf(databases.values());
  }

  public synchronized List<Schema> schemas(String database) {
    return List.copyOf(database(database).schemas().values());
  }

  /**
   * Adds an object, in place of one of the same kind and name. Fails if its schema is not there.
   */
  public synchronized void put(SchemaObject object) {
    schema(object.name().inSchema()).objects().put(key(object.kind(), object.name()), object);
  }

  public synchronized void remove(ObjectKind kind, ObjectName name) {
    schema(name.inSchema()).objects().remove(key(kind, name));
  }

  public synchronized Optional<SchemaObject> find(ObjectKind kind, ObjectName name) {
    return hasSchema(name.inSchema())
        ? Optional.ofNullable(schema(name.inSchema()).objects().get(key(kind, name)))
        : Optional.empty();
  }

  /** An object of one Java type; empty if there is none or it is of another. */
  public <T extends SchemaObject> Optional<T> find(
      ObjectKind kind, ObjectName name, Class<T> type) {
    return find(kind, name).filter(type::isInstance).map(type::cast);
  }

  /** An object that must be there; 002003 otherwise. */
  public <T extends SchemaObject> T get(ObjectKind kind, ObjectName name, Class<T> type) {
    return find(kind, name, type).orElseThrow(() -> SnowflakeException.missing(kind.label(), name));
  }

  /** All objects of a Java type, by name. */
  public synchronized <T extends SchemaObject> List<T> all(Class<T> type) {
    return databases.values().stream()
        .map(Database::schemas)
        .map(TreeMap::values)
        .flatMap(Collection::stream)
        .flatMap(schema -> schema.objects().values().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** A database that must be there; 002003 otherwise. */
  public synchronized Database database(String name) {
    Database database = databases.get(name);
    if (database == null) {
      throw SnowflakeException.missing("Database", name);
    }
    return database;
  }

  /** A schema that must be there; 002003 otherwise. */
  public synchronized Schema schema(SchemaName name) {
    Schema schema = database(name.database()).schemas().get(name.schema());
    if (schema == null) {
      throw SnowflakeException.missing("Schema", name);
    }
    return schema;
  }

  private static ObjectKey key(ObjectKind kind, ObjectName name) {
    return new ObjectKey(kind, name.name());
  }
}
