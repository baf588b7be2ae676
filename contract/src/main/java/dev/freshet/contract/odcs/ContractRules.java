package dev.freshet.contract.odcs;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.Kind;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.Carrier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    stateAndEventsKeepApart(contract, schema);
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
    if (contract.eventTime().isPresent()) {
      String name = contract.eventTime().get();
      find(contract, name)
          .ifPresentOrElse(
              field -> eventTimeIsATime(field, schema),
              () -> schema.problem("freshet.eventTime names '" + name + "', which is no field"));
    } else if (contract.kind() == Kind.EVENT) {
      schema.problem("an event contract needs freshet.eventTime: it orders the rows of a key");
    }
  }

  private static void eventTimeIsATime(Field field, Place schema) {
    Carrier carrier = field.type().carrier();
    if (carrier != Carrier.EPOCH_DAY && carrier != Carrier.EPOCH_NANO) {
      schema.problem(
          "freshet.eventTime names '"
              + field.name()
              + "', which is "
              + field.type()
              + "; an event time is DATE, TIMESTAMP_NTZ or TIMESTAMP_LTZ");
    }
  }

  private static void identityFitsKind(Contract contract, Place schema) {
    boolean event = contract.kind() == Kind.EVENT;
    if (event && contract.identity().isEmpty()) {
      schema.problem("an event contract needs freshet.identity: row ids change, identities do not");
    }
    if (!event && !contract.identity().isEmpty()) {
      schema.problem("freshet.identity belongs to event contracts; a state contract has its key");
    }
    for (String name : contract.identity()) {
      find(contract, name)
          .ifPresentOrElse(
              field -> identifies(field, schema),
              () -> schema.problem("freshet.identity names '" + name + "', which is no field"));
    }
  }

  private static void identifies(Field field, Place schema) {
    if (!field.required() || !field.type().hasExactText()) {
      schema.problem(
          "freshet.identity names '"
              + field.name()
              + "'; what identifies an event must be required: true and have an exact text"
              + " (not FLOAT, VARIANT, OBJECT or ARRAY)");
    }
  }

  /** A state is corrected by publishing it again, an event never is: protocol, A and B. */
  private static void stateAndEventsKeepApart(Contract contract, Place schema) {
    if (contract.kind() == Kind.STATE && contract.replay() == Contract.Replay.LIVE) {
      schema.problem(
          "freshet.replay: live belongs to event contracts; on a state contract an old value would"
              + " become the newest");
    }
    if (contract.kind() == Kind.EVENT) {
      contract.fields().stream()
          .filter(f -> f.backfill() == Field.Backfill.SNAPSHOT)
          .forEach(
              f ->
                  schema.problem(
                      "field '"
                          + f.name()
                          + "' asks for freshet.backfill: snapshot, but events are published"
                          + " once; leave it out"));
    }
  }

  private static Optional<Field> find(Contract contract, String name) {
    return contract.fields().stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
