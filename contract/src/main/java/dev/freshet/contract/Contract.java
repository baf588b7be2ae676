package dev.freshet.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a source promises as facts: read from an ODCS file by {@code odcs.ContractReader}, which has
 * checked it. All lists keep the file's order.
 *
 * @param id names the contract and its topic
 * @param version the version of this text; its major is the id's
 * @param purpose what the fact is for, in the owner's words, if said
 * @param owner the team to call
 * @param kind state or event
 * @param source the Snowflake table, view or dynamic table, as {@code DATABASE.SCHEMA.NAME}
 * @param fields all fields, keys included
 * @param eventTime the field that says when the fact came to be, if declared
 * @param identity the fields that identify a row of an event contract; empty for a state contract
 * @param deletes what a delete becomes
 * @param where a condition over the source's columns that admits a row, if any
 * @param lanes the number of lanes, 1 or greater
 * @param form how records are written
 * @param rowRules what happens to rows that break a rule
 * @param handling how the contract is run
 * @param service what is promised of time
 * @param servers where it stands, by environment; no part of what is promised
 */
public record Contract(
    ContractId id,
    Version version,
    Optional<String> purpose,
    Owner owner,
    Kind kind,
    SourceName source,
    List<Field> fields,
    Optional<String> eventTime,
    List<String> identity,
    Deletes deletes,
    Optional<String> where,
    int lanes,
    RecordForm form,
    RowRules rowRules,
    Handling handling,
    ServiceLevel service,
    List<Server> servers) {

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

  /** How record keys are written: the key text, or the key fields in JSON or Avro. */
  public enum KeyEncoding {
    TEXT,
    JSON,
    AVRO
  }

  /** Whether the bridge looks its schemas up in the registry or registers them itself. */
  public enum RegistryMode {
    LOOKUP,
    REGISTER
  }

  /** Where records go that cannot be published: nowhere (the lane stops), or to a topic. */
  public enum DeadLetters {
    NONE,
    TOPIC
  }

  /** Where a replay goes: to a topic beside, or (event contracts) onto the live topic. */
  public enum Replay {
    SIDE,
    LIVE
  }

  /** Whether a masking or row access policy on the source is accepted. */
  public enum Policies {
    ACCEPT,
    REFUSE
  }

  /** Whether rows of an event contract's source may be updated or deleted once inserted. */
  public enum Rewrites {
    ACCEPT,
    REFUSE
  }

  public Contract {
    fields = List.copyOf(fields);
    identity = List.copyOf(identity);
    servers = List.copyOf(servers);
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

  /** Whether two texts promise the same; servers aside, which differ by environment. */
  public boolean promisesTheSameAs(Contract other) {
    return onNoServer().equals(other.onNoServer());
  }

  private Contract onNoServer() {
    return new Contract(
        id, version, purpose, owner, kind, source, fields, eventTime, identity, deletes, where,
        lanes, form, rowRules, handling, service, List.of());
  }

  public ValueFormat format() {
    return form.format();
  }

  public KeyEncoding keyEncoding() {
    return form.keyEncoding();
  }

  public RegistryMode registryMode() {
    return form.registryMode();
  }

  /** The zone of NTZ fields. */
  public ZoneId zone() {
    return form.zone();
  }

  public ViolationPolicy onViolation() {
    return rowRules.onViolation();
  }

  /** The share of a window's rows that may be rejected before the contract halts, 0 to 1. */
  public BigDecimal maxRejectedShare() {
    return rowRules.maxRejectedShare();
  }

  public DeadLetters deadLetters() {
    return rowRules.deadLetters();
  }

  public Policies policies() {
    return handling.policies();
  }

  public Rewrites rewrites() {
    return handling.rewrites();
  }

  public Replay replay() {
    return handling.replay();
  }

  public Optional<String> exportGroup() {
    return handling.exportGroup();
  }

  public Optional<String> dataClass() {
    return handling.dataClass();
  }

  public Optional<Duration> latency() {
    return service.latency();
  }

  public Optional<Duration> retention() {
    return service.retention();
  }
}
