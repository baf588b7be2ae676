package dev.freshet.contract.avro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.Deletes;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.SnowflakeType;
import java.util.List;

/**
 * The Avro schemas of a contract (docs/types.md), as JSON text: fields in the contract's order,
 * always the same text for the same contract. Written by hand, since this module runs inside
 * Snowflake and carries no Avro.
 */
public final class AvroSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Contract contract;

  private AvroSchema(Contract contract) {
    this.contract = contract;
  }

  /** The schema of record values: {@code <domain>.<fact>_v<major>}. */
  public static String value(Contract contract) {
    return new AvroSchema(contract).valueRecord().toString();
  }

  /** The schema of record keys, for {@code keyEncoding: avro}: the key fields by position. */
  public static String key(Contract contract) {
    return new AvroSchema(contract).keyRecord().toString();
  }

  private ObjectNode valueRecord() {
    ObjectNode record = record(AvroNames.value(contract.id()));
    contract.purpose().ifPresent(text -> record.put("doc", text));
    return withFields(record, contract.fields());
  }

  private ObjectNode keyRecord() {
    ObjectNode record = record(AvroNames.key(contract.id()));
    ArrayNode list = record.putArray("fields");
    contract.keyFields().forEach(field -> list.add(keyField(field)));
    return record;
  }

  /**
   * Without words: the schema's id is part of every key's bytes, so the same key must have the same
   * schema over all versions of a major, whatever becomes of its description.
   */
  private ObjectNode keyField(Field field) {
    ObjectNode node = JSON.objectNode().put("name", field.name());
    node.set("type", type(field));
    return node;
  }

  private ObjectNode record(String name) {
    return JSON.objectNode()
        .put("type", "record")
        .put("name", name)
        .put("namespace", AvroNames.namespace(contract.id()));
  }

  private ObjectNode withFields(ObjectNode record, List<Field> fields) {
    ArrayNode list = record.putArray("fields");
    fields.forEach(field -> list.add(field(field)));
    return record;
  }

  private ObjectNode field(Field field) {
    ObjectNode node = JSON.objectNode().put("name", field.name());
    field.description().ifPresent(text -> node.put("doc", text));
    if (mayBeNull(field)) {
      node.putArray("type").add("null").add(type(field));
      node.putNull("default");
    } else {
      node.set("type", type(field));
    }
    node.put("freshet.type", field.type().toString());
    field.classification().ifPresent(word -> node.put("freshet.classification", word));
    return node;
  }

  /** A delete event carries the key fields only, so that no other field can be promised in it. */
  private boolean mayBeNull(Field field) {
    return !field.required() || (contract.deletes() == Deletes.EVENT && !field.isKey());
  }

  private JsonNode type(Field field) {
    return field.isClosedEnum() ? symbols(field) : type(field.type());
  }

  private ObjectNode symbols(Field field) {
    ObjectNode node =
        JSON.objectNode().put("type", "enum").put("name", AvroNames.symbols(contract.id(), field));
    ArrayNode symbols = node.putArray("symbols");
    field.enumValues().forEach(symbols::add);
    return node;
  }

  private static JsonNode type(SnowflakeType type) {
    return switch (type.avro()) {
      case LONG -> JSON.textNode("long");
      case DECIMAL -> decimal((SnowflakeType.Fixed) type);
      case STRING, JSON_STRING, ISO_STRING -> JSON.textNode("string");
      case BOOLEAN -> JSON.textNode("boolean");
      case DOUBLE -> JSON.textNode("double");
      case DATE -> logical("int", "date");
      case TIME_MICROS -> logical("long", "time-micros");
      case TIMESTAMP_MICROS -> logical("long", "timestamp-micros");
      case BYTES -> JSON.textNode("bytes");
    };
  }

  private static ObjectNode decimal(SnowflakeType.Fixed type) {
    return logical("bytes", "decimal")
        .put("precision", type.precision())
        .put("scale", type.scale());
  }

  private static ObjectNode logical(String type, String logicalType) {
    return JSON.objectNode().put("type", type).put("logicalType", logicalType);
  }
}
