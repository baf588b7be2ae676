package dev.freshet.bridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.bridge.fact.Encodings;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Json;
import dev.freshet.contract.KeyText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values in JSON (docs/formats.md, Record): an object of exactly the contract's fields, each in the
 * form of its type, and a key that says what the key fields say.
 */
final class JsonRecordCheck implements RecordCheck {
  private final Contract contract;
  private final Set<String> names;

  JsonRecordCheck(Contract contract) {
    this.contract = contract;
    this.names = contract.fields().stream().map(Field::name).collect(Collectors.toSet());
  }

  @Override
  public void accept(Fact.Op op, byte @Nullable [] key, byte @Nullable [] value) {
    boolean delete = op == Fact.Op.DELETE;
    if (key == null) {
      throw new ReadBackException("it has no key");
    }
    if (delete && contract.deletes() == Contract.Deletes.TOMBSTONE) {
      require(value == null, "it is a delete with a value");
      return;
    }
    if (value == null) {
      throw new ReadBackException("it has no value");
    }
    ObjectNode object = object(value);
    requireNames(object);
    for (Field field : contract.fields()) {
      JsonNode node = object.path(field.name());
      require(
          node.isNull() ? !mustBeThere(field, delete) : JsonForm.of(field.type()).holds(node),
          "field " + field.name() + " is not the " + field.type() + " that the contract declares");
    }
    if (Encodings.hasTextKeys(contract)) {
      requireKey(object, key);
    }
  }

  private void requireKey(ObjectNode object, byte[] key) {
    String text =
        KeyText.of(contract.keyFields().stream().map(f -> object.path(f.name()).asText()).toList());
    require(
        text.equals(new String(key, StandardCharsets.UTF_8)),
        "its key is not what its key fields say");
  }

  /** A delete carries its key fields alone. */
  private static boolean mustBeThere(Field field, boolean delete) {
    return field.isKey() || (field.required() && !delete);
  }

  private static ObjectNode object(byte[] value) {
    try {
      if (Json.STRICT.readTree(value) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new ReadBackException("its value is no JSON", e);
    }
    throw new ReadBackException("its value is no JSON object");
  }

  private void requireNames(ObjectNode object) {
    Set<String> found = new HashSet<>();
    for (Map.Entry<String, JsonNode> e : object.properties()) {
      found.add(e.getKey());
    }
    require(found.equals(names), "its value has fields " + found + ", the contract " + names);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ReadBackException(otherwise);
    }
  }
}
