package dev.freshet.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a source promises as facts: read from an ODCS file by {@code odcs.ContractReader}, which has
 * checked it. All lists keep the file's order.
 *
 * @param id names the contract and its topic
 * @param version the version of this text; its major is the id's
 * @param owner the team to call
 * @param kind state or event
 * @param source the Snowflake table, view or dynamic table, as {@code DATABASE.SCHEMA.NAME}
 * @param fields all fields, keys included
 * @param eventTime the field that says when the fact came to be, if declared
 * @param identity the fields that identify a row of an event contract; empty for a state contract
 * @param deletes what a delete becomes
 * @param where a condition over the source's columns that admits a row, if any
 * @param lanes the number of lanes, 1 or greater
 * @param format how record values are written
 * @param onViolation what happens when a rule is broken
 */
public record Contract(
    ContractId id,
    Version version,
    Owner owner,
    Kind kind,
    SourceName source,
    List<Field> fields,
    Optional<String> eventTime,
    List<String> identity,
    Deletes deletes,
    Optional<String> where,
    int lanes,
    ValueFormat format,
    ViolationPolicy onViolation) {

  /** State contracts publish the latest fact of each key, event contracts every row. */
  public enum Kind {
    STATE,
    EVENT
  }

  /** What a delete becomes: a null value (tombstone) or a delete event. */
  public enum Deletes {
    TOMBSTONE,
    EVENT
  }

  /** How record values are written. */
  public enum ValueFormat {
    JSON,
    AVRO
  }

  public Contract {
    fields = List.copyOf(fields);
    identity = List.copyOf(identity);
  }

  /** The key's fields, in the order of their positions. */
  public List<Field> keyFields() {
    return fields.stream()
        .filter(Field::isKey)
        .sorted(Comparator.comparingInt(f -> f.keyPosition().orElseThrow()))
        .toList();
  }

  /**
   * The field of that name.
   *
   * @throws IllegalArgumentException if the contract has none
   */
  public Field field(String name) {
    return fields.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("contract " + id + " has no field '" + name + "'"));
  }

  /** The topic that carries this contract's records. */
  public String topic() {
    return id.toString();
  }
}
