package dev.freshet.cli.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Json;
import dev.freshet.contract.type.SnowflakeType;
import java.util.List;

/**
 * The JSON Schema (draft 2020-12) of a contract's records in JSON, as docs/formats.md has them:
 * every field stands in every record, null if it has no value. It is as strict as one record can
 * be held to: an enum that is open, and text lengths, are not part of it.
 */
final class RecordJsonSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String FRACTION = "\\.[0-9]{9}";

  private RecordJsonSchema() {}

  /** Of a record's value. */
  static ObjectNode value(Contract contract) {
    return object(contract, contract.id() + " " + contract.version(), contract.fields());
  }

  /** Of a record's key; a key in text form is a string. */
  static ObjectNode key(Contract contract) {
    String title = "the key of " + contract.id() + " " + contract.version();
    if (contract.keyEncoding() == Contract.KeyEncoding.JSON) {
      return object(contract, title, contract.keyFields());
    }
    return head(title).put("type", "string");
  }

  private static ObjectNode head(String title) {
    return Json.STRICT.createObjectNode().put("$schema", DIALECT).put("title", title);
  }

  private static ObjectNode object(Contract contract, String title, List<Field> fields) {
    ObjectNode schema = head(title);
    contract.purpose().ifPresent(p -> schema.put("description", p));
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    fields.forEach(f -> field(properties.putObject(f.name()), f, mayBeNull(contract, f)));
    ArrayNode required = schema.putArray("required");
    fields.forEach(f -> required.add(f.name()));
    return schema.put("additionalProperties", false);
  }

  /** A delete event holds the key alone; everything else in it is null. */
  private static boolean mayBeNull(Contract contract, Field field) {
    boolean inDeletes = contract.deletes() == Contract.Deletes.EVENT && !field.isKey();
    return !field.required() || inDeletes;
  }

  private static void field(ObjectNode node, Field field, boolean mayBeNull) {
    field.description().ifPresent(d -> node.put("description", d));
    ObjectNode value = node;
    if (mayBeNull) {
      ArrayNode either = node.putArray("anyOf");
      either.addObject().put("type", "null");
      value = either.addObject();
    }
    form(value, field.type());
    if (field.isClosedEnum()) {
      field.enumValues().forEach(value.putArray("enum")::add);
    }
  }

  private static void form(ObjectNode node, SnowflakeType type) {
    switch (type.json()) {
      case NUMBER -> node.put("type", "integer");
      case DECIMAL_STRING -> text(node, "^-?[0-9]+" + decimals(type) + "$");
      case STRING -> node.put("type", "string");
      case BOOLEAN -> node.put("type", "boolean");
      case DOUBLE -> real(node);
      case DATE_STRING -> node.put("type", "string").put("format", "date");
      case TIME_STRING -> text(node, "^[0-9]{2}:[0-9]{2}:[0-9]{2}" + FRACTION + "$");
      case INSTANT_STRING -> node.put("type", "string").put("format", "date-time");
      case OFFSET_STRING -> node.put("type", "string").put("format", "date-time");
      case HEX_STRING -> text(node, "^([0-9A-F]{2})*$");
      case VALUE -> node.put("$comment", type + ": any JSON value");
    }
  }

  private static String decimals(SnowflakeType type) {
    int scale = type instanceof SnowflakeType.Fixed fixed ? fixed.scale() : 0;
    return scale == 0 ? "" : "\\.[0-9]{" + scale + "}";
  }

  private static void real(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    either.addObject().put("type", "number");
    either.addObject().putArray("enum").add("NaN").add("Infinity").add("-Infinity");
  }

  private static void text(ObjectNode node, String pattern) {
    node.put("type", "string").put("pattern", pattern);
  }
}
