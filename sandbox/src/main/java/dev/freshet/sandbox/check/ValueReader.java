package dev.freshet.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Json;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.sandbox.avro.AvroValues;
import dev.freshet.sandbox.avro.UnreadableValueException;
import dev.freshet.sandbox.check.FactText.NotAFactException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads the values of a contract's records, in JSON or Avro, into the JSON form of a fact.
 *
 * @param avro decodes with the registry's schemas
 */
record ValueReader(Contract contract, AvroValues avro) {

  /** Reads a record's value. */
  ObjectNode read(byte[] value) throws NotAFactException {
    return contract.format() == Contract.ValueFormat.AVRO ? ofAvro(value) : ofJson(value);
  }

  private static ObjectNode ofJson(byte[] value) throws NotAFactException {
    try {
      if (Json.STRICT.readTree(value) instanceof ObjectNode fact) {
        return fact;
      }
      throw new NotAFactException("not a JSON object");
    } catch (JsonProcessingException e) {
      throw new NotAFactException(e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private ObjectNode ofAvro(byte[] value) throws NotAFactException {
    try {
      ObjectNode fact = avro.json(value);
      for (Field field : contract.fields()) {
        JsonNode found = fact.get(field.name());
        if (found != null && !found.isNull()) {
          fact.set(field.name(), asInJson(field.type(), found));
        }
      }
      return fact;
    } catch (UnreadableValueException e) {
      throw new NotAFactException(String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      throw new NotAFactException(e.getOriginalMessage());
    }
  }

  /** Where the two forms differ: whole numbers beyond 2^53, and JSON inside of a string. */
  private static JsonNode asInJson(SnowflakeType type, JsonNode found)
      throws JsonProcessingException {
    if (type instanceof SnowflakeType.Fixed number && !number.exactInJson()) {
      return TextNode.valueOf(found.asText());
    }
    return type instanceof SnowflakeType.Semi ? Json.STRICT.readTree(found.textValue()) : found;
  }
}
