package dev.freshet.bridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Json;
import dev.freshet.contract.KeyText;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A JSON object of exactly the contract's fields, each in the form of its type. */
record JsonSide(List<Field> fields, List<Field> keyFields) implements RecordSide {
  static JsonSide ofValues(Contract contract) {
    return new JsonSide(contract.fields(), contract.keyFields());
  }

  static JsonSide ofKeys(Contract contract) {
    return new JsonSide(contract.keyFields(), contract.keyFields());
  }

  @Override
  public Optional<String> keyText(byte[] bytes, Fact.Op op) {
    ObjectNode object = object(bytes);
    requireNames(object);
    fields.forEach(field -> requireForm(field, object.path(field.name()), op));
    return Optional.of(
        KeyText.of(keyFields.stream().map(f -> object.path(f.name()).asText()).toList()));
  }

  private static ObjectNode object(byte[] bytes) {
    try {
      if (Json.STRICT.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new ReadBackException("it holds no JSON", e);
    }
    throw new ReadBackException("it holds no JSON object");
  }

  private void requireNames(ObjectNode object) {
    Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
    Set<String> found = new HashSet<>();
    for (Map.Entry<String, JsonNode> e : object.properties()) {
      found.add(e.getKey());
    }
    if (!found.equals(names)) {
      throw new ReadBackException("it has fields " + found + ", the contract has " + names);
    }
  }

  private static void requireForm(Field field, JsonNode node, Fact.Op op) {
    // A delete carries its key fields alone.
    boolean mustBeThere = field.isKey() || (field.required() && op == Fact.Op.UPSERT);
    boolean sound = node.isNull() ? !mustBeThere : JsonShape.of(field.type()).holds(node);
    if (!sound) {
      throw new ReadBackException(
          "field "
              + field.name()
              + " is not the "
              + field.type()
              + " that the contract declares ("
              + field.type().json().words()
              + ")");
    }
  }
}
