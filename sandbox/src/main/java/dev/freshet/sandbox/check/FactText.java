package dev.freshet.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A fact as one line of JSON with the contract's fields in the contract's order, so that facts are
 * equal if and only if their texts are. Fields that are missing or unknown stay visible as such.
 */
record FactText(Contract contract) {

  /** The text of a fact, whatever the order of its fields. */
  String of(ObjectNode fact) {
    ObjectNode ordered = Json.STRICT.createObjectNode();
    for (Field field : contract.fields()) {
      JsonNode value = fact.get(field.name());
      if (value != null) {
        ordered.set(field.name(), value);
      }
    }
    unknownFields(fact).forEach(name -> ordered.set(name, fact.get(name)));
    return ordered.toString();
  }

  private List<String> unknownFields(ObjectNode fact) {
    List<String> names = new ArrayList<>();
    fact.fieldNames().forEachRemaining(names::add);
    names.removeAll(contract.fields().stream().map(Field::name).toList());
    Collections.sort(names);
    return names;
  }

  /** A record's value does not have the form of a fact; the message says why, without values. */
  static final class NotAFactException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAFactException(String message) {
      super(message);
    }
  }
}
