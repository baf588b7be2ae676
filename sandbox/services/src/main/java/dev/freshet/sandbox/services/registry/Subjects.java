package dev.freshet.sandbox.services.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Subjects, their schemas and levels, in memory. An id belongs to a schema whatever its subjects;
 * ids rise from 1. Schemas are the same if their texts are, but for white space. Thread-safe.
 */
final class Subjects {
  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> versions = new TreeMap<>();
  private final Map<String, Level> levels = new TreeMap<>();
  private Level global = Level.BACKWARD;

  /** A schema's place in a subject. */
  record Version(int id, int version, String schema) {}

  synchronized int register(String subject, String text) throws RegistryError {
    Schema schema = parse(text);
    List<Integer> known = versions.getOrDefault(subject, List.of());
    Optional<Integer> same = id(schema).filter(known::contains);
    if (same.isPresent()) {
      return same.get();
    }
    Level level = levels.getOrDefault(subject, global);
    if (!level.admits(schema, known.stream().map(id -> schemas.get(id - 1)).toList())) {
      throw RegistryError.incompatible(subject, level);
    }
    int id = id(schema).orElseGet(() -> added(schema));
    versions.computeIfAbsent(subject, s -> new ArrayList<>()).add(id);
    return id;
  }

  synchronized Version lookup(String subject, String text) throws RegistryError {
    List<Integer> known = versions.get(subject);
    if (known == null) {
      throw RegistryError.subjectNotFound(subject);
    }
    int id = id(parse(text)).filter(known::contains).orElseThrow(RegistryError::schemaNotFound);
    return new Version(id, known.indexOf(id) + 1, schema(id));
  }

  synchronized String schema(long id) throws RegistryError {
    if (id < 1 || id > schemas.size()) {
      throw RegistryError.schemaNotFound();
    }
    return schemas.get((int) id - 1).toString();
  }

  synchronized List<String> names() {
    return List.copyOf(versions.keySet());
  }

  synchronized Level level() {
    return global;
  }

  synchronized Level level(String subject) throws RegistryError {
    Level level = levels.get(subject);
    if (level == null) {
      throw RegistryError.levelNotSet(subject);
    }
    return level;
  }

  synchronized void setLevel(Level level) {
    global = level;
  }

  synchronized void setLevel(String subject, Level level) {
    levels.put(subject, level);
  }

  // Schema.equals forgets documentation and aliases; a registry does not.
  private Optional<Integer> id(Schema schema) {
    for (int i = 0; i < schemas.size(); i++) {
      if (schemas.get(i).toString().equals(schema.toString())) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private int added(Schema schema) {
    schemas.add(schema);
    return schemas.size();
  }

  private static Schema parse(String text) throws RegistryError {
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
    }
  }
}
