package dev.freshet.contract.odcs;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a contract must hold as a whole, beyond each value being well formed. */
final class ContractRules {
  private ContractRules() {}

  static void check(Contract contract, Place schema) {
    topicIsNamedAfterContract(contract, schema);
    namesAreUnique(contract, schema);
    keyIsSound(contract, schema);
    eventTimeIsAField(contract, schema);
    identityFitsKind(contract, schema);
  }

  private static void topicIsNamedAfterContract(Contract contract, Place schema) {
    String type = schema.at("physicalType").requiredText("topic", "topic");
    if (!type.equals("topic")) {
      schema.at("physicalType").problem("must be topic, found '" + type + "'");
    }
    String topic = schema.at("physicalName").requiredText("the topic's name", contract.topic());
    if (!topic.equals(contract.topic())) {
      schema
          .at("physicalName")
          .problem("the topic is named like the contract: " + contract.topic() + ", not " + topic);
    }
  }

  private static void namesAreUnique(Contract contract, Place schema) {
    Set<String> seen = new HashSet<>();
    for (Field field : contract.fields()) {
      if (!seen.add(field.name().toLowerCase(Locale.ROOT))) {
        schema.at("properties").problem("two fields are named '" + field.name() + "' (case aside)");
      }
    }
  }

  private static void keyIsSound(Contract contract, Place schema) {
    List<Field> key = contract.keyFields();
    if (key.isEmpty()) {
      schema.at("properties").problem("no field is the key; mark one with primaryKey: true");
    }
    for (int i = 0; i < key.size(); i++) {
      int position = key.get(i).keyPosition().orElseThrow();
      if (position != i + 1) {
        schema
            .at("properties")
            .problem(
                "key positions must run 1, 2, 3 …; field '"
                    + key.get(i).name()
                    + "' has "
                    + position);
      }
    }
  }

  private static void eventTimeIsAField(Contract contract, Place schema) {
    boolean known =
        contract
            .eventTime()
            .map(t -> contract.fields().stream().anyMatch(f -> f.name().equals(t)))
            .orElse(true);
    if (!known) {
      schema.problem(
          "freshet.eventTime names '"
              + contract.eventTime().orElseThrow()
              + "', which is no field");
    }
    if (contract.kind() == Contract.Kind.EVENT && contract.eventTime().isEmpty()) {
      schema.problem("an event contract needs freshet.eventTime: it orders the rows of a key");
    }
  }

  private static void identityFitsKind(Contract contract, Place schema) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    if (event && contract.identity().isEmpty()) {
      schema.problem("an event contract needs freshet.identity: row ids change, identities do not");
    }
    if (!event && !contract.identity().isEmpty()) {
      schema.problem("freshet.identity belongs to event contracts; a state contract has its key");
    }
    for (String name : contract.identity()) {
      if (contract.fields().stream().noneMatch(f -> f.name().equals(name))) {
        schema.problem("freshet.identity names '" + name + "', which is no field");
      }
    }
  }
}
