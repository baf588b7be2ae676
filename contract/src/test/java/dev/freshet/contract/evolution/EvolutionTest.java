package dev.freshet.contract.evolution;

import static dev.freshet.contract.evolution.ChangeRule.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.Contract;
import dev.freshet.contract.draft.Draft;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the table, met by a change of its kind. */
class EvolutionTest {

  /** One change, and the rules it falls under. */
  record Case(String name, Draft before, UnaryOperator<Draft> change, ChangeRule... rules) {
    Set<ChangeRule> found() {
      return Evolution.changes(before.read(), after()).stream()
          .map(Finding::rule)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChangeRule.class)));
    }

    Contract after() {
      return change.apply(before.copy()).version("1.1.0").read();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(fields(), types(), enums(), records(), meaning(), promises(), handling())
        .flatMap(s -> s);
  }

  private static Stream<Case> fields() {
    Draft note = Draft.state().field("note", "VARCHAR(20)");
    return Stream.of(
        c("a nullable field comes", Draft.state(), d -> d.field("x", "DATE"), FIELD_ADDED),
        c(
            "a field comes that older facts shall have too",
            Draft.state(),
            d -> d.field("x", "DATE").fieldCustom("x", "backfill", "snapshot"),
            FIELD_ADDED_WITH_BACKFILL),
        c(
            "a field that came bare asks for its past",
            note,
            d -> d.fieldCustom("note", "backfill", "snapshot"),
            BACKFILL_ASKED),
        c(
            "a required field comes",
            Draft.state(),
            d -> d.field("x", "DATE").required("x"),
            REQUIRED_FIELD_ADDED),
        c("a nullable field goes", note, d -> d.without("note"), FIELD_REMOVED),
        c(
            "a field is renamed by case alone",
            note,
            d -> d.field("note", "name", "Note"),
            FIELD_RENAMED),
        c(
            "a field is renamed, its column stays",
            note,
            d -> d.without("note").field("r", "DATE").field("r", "physicalName", "NOTE"),
            FIELD_RENAMED),
        c(
            "a field goes and one of the same type comes",
            note,
            d -> d.without("note").field("remark", "VARCHAR(20)"),
            FIELD_RENAMED),
        c("fields change places", note, d -> d.moveToFront("note"), FIELDS_REORDERED),
        c(
            "a required field may be null",
            note.copy().required("note"),
            d -> d.field("note", "required", false),
            FIELD_BECAME_OPTIONAL),
        c("a nullable field is required", note, d -> d.required("note"), FIELD_BECAME_REQUIRED));
  }

  private static Stream<Case> types() {
    return Stream.of(
        type("VARCHAR(20)", "VARCHAR(30)", TYPE_WIDENED),
        type("VARCHAR(30)", "VARCHAR(20)", TYPE_NARROWED),
        type("NUMBER(9,0)", "NUMBER(12,0)", TYPE_WIDENED),
        type("NUMBER(12,0)", "NUMBER(9,0)", TYPE_NARROWED),
        type("NUMBER(15,0)", "NUMBER(16,0)", TYPE_WIDENED),
        inJson("NUMBER(15,0)", "NUMBER(16,0)", WIRE_FORM_CHANGED),
        type("NUMBER(18,0)", "NUMBER(19,0)", WIRE_FORM_CHANGED),
        type("NUMBER(19,0)", "NUMBER(38,0)", PRECISION_CHANGED),
        type("NUMBER(12,2)", "NUMBER(14,2)", PRECISION_CHANGED),
        inJson("NUMBER(12,2)", "NUMBER(14,2)", PRECISION_CHANGED),
        type("NUMBER(12,2)", "NUMBER(12,3)", SCALE_CHANGED),
        type("TIME(3)", "TIME(6)", TYPE_WIDENED),
        type("TIME(6)", "TIME(7)", WIRE_FORM_CHANGED),
        type("TIMESTAMP_NTZ(6)", "TIMESTAMP_NTZ(9)", WIRE_FORM_CHANGED),
        type("TIMESTAMP_LTZ(9)", "TIMESTAMP_LTZ(7)", TYPE_NARROWED),
        type("TIMESTAMP_TZ(0)", "TIMESTAMP_TZ(9)", TYPE_WIDENED),
        type("TIMESTAMP_NTZ(6)", "TIMESTAMP_LTZ(6)", TYPE_CHANGED),
        type("VARIANT", "OBJECT", TYPE_CHANGED),
        type("NUMBER(12,0)", "VARCHAR(12)", TYPE_CHANGED),
        c(
            "a key in JSON crosses 15 digits, in a contract in Avro",
            Draft.state().custom("keyEncoding", "json").field("id", "physicalType", "NUMBER(15,0)"),
            d -> d.field("id", "physicalType", "NUMBER(16,0)"),
            WIRE_FORM_CHANGED));
  }

  private static Stream<Case> enums() {
    Draft plain = Draft.state().field("s", "VARCHAR(9)");
    Draft closed = plain.copy().fieldCustom("s", "enum", List.of("A", "B"));
    Draft open = closed.copy().fieldCustom("s", "enumPolicy", "open");
    return Stream.of(
        c("a closed list grows", closed, d -> list(d, "A", "B", "C"), ENUM_VALUE_ADDED),
        c("a closed list shrinks", closed, d -> list(d, "A"), ENUM_VALUE_REMOVED),
        c(
            "a value of a closed list is exchanged",
            closed,
            d -> list(d, "A", "C"),
            ENUM_VALUE_ADDED,
            ENUM_VALUE_REMOVED),
        c("a closed list is put in order", closed, d -> list(d, "B", "A"), ENUM_REORDERED),
        c(
            "a closed list is opened",
            closed,
            d -> d.fieldCustom("s", "enumPolicy", "open"),
            ENUM_OPENED),
        c("a closed list is given up", closed, d -> d.fieldCustom("s", "enum", null), ENUM_OPENED),
        c("an open list is closed", open, d -> d.fieldCustom("s", "enumPolicy", null), ENUM_CLOSED),
        c("a free text gets a closed list", plain, d -> list(d, "A", "B"), ENUM_CLOSED),
        c("an open list grows", open, d -> list(d, "A", "B", "C"), OPEN_ENUM_CHANGED));
  }

  private static Stream<Case> records() {
    Draft two = Draft.state().field("line", "NUMBER(4,0)").required("line").key("line", 2);
    Draft local = Draft.state().field("at", "TIMESTAMP_NTZ(3)");
    return Stream.of(
        c("the key's order changes", two, d -> d.key("id", 2).key("line", 1), KEY_CHANGED),
        c("a field leaves the key", two, d -> d.field("line", "primaryKey", null), KEY_CHANGED),
        c(
            "keys are written otherwise",
            two,
            d -> d.custom("keyEncoding", "avro"),
            KEY_ENCODING_CHANGED),
        c(
            "a state becomes events",
            Draft.state().field("at", "DATE").custom("eventTime", "at"),
            d -> d.custom("kind", "event").custom("identity", List.of("id")),
            KIND_CHANGED,
            IDENTITY_CHANGED),
        c(
            "events are identified otherwise",
            Draft.events(),
            d -> d.custom("identity", List.of("id", "at")),
            IDENTITY_CHANGED),
        c(
            "deletes become events",
            Draft.state(),
            d -> d.custom("deletes", "event"),
            DELETES_CHANGED),
        c(
            "another field is the event time",
            Draft.events().field("seen", "DATE"),
            d -> d.custom("eventTime", "seen"),
            EVENT_TIME_CHANGED),
        c(
            "an event time is declared",
            local,
            d -> d.custom("eventTime", "at"),
            EVENT_TIME_DECLARED),
        c("Avro becomes JSON", Draft.state(), Draft::json, FORMAT_CHANGED),
        c(
            "local times move to another zone",
            local,
            d -> d.custom("zone", "Asia/Tokyo"),
            ZONE_CHANGED),
        c(
            "a zone that no field uses",
            Draft.state(),
            d -> d.custom("zone", "Asia/Tokyo"),
            HANDLING_CHANGED));
  }

  private static Stream<Case> meaning() {
    Draft note = Draft.state().field("note", "VARCHAR(20)");
    return Stream.of(
        c("other rows are facts", note, d -> d.custom("where", "amount > 0"), WHERE_CHANGED),
        c(
            "a condition is only written otherwise",
            note.copy().custom("where", "amount>0 and id is not null"),
            d -> d.custom("where", "AMOUNT > 0 AND ID IS NOT NULL")),
        c("another source", note, d -> d.custom("source", "SHOP.CORE.ORDERS_2"), SOURCE_CHANGED),
        c("another column", note, d -> d.field("note", "physicalName", "REMARK"), COLUMN_CHANGED),
        c(
            "a field is computed",
            note,
            d -> d.field("note", "transformLogic", "UPPER(note)"),
            TRANSFORM_CHANGED),
        c(
            "events under another condition",
            Draft.events(),
            d -> d.custom("where", "amount > 0"),
            EVENTS_RESHAPED));
  }

  private static Stream<Case> promises() {
    Draft week = Draft.state().service("retention", 7, "d");
    Draft secret = Draft.state().custom("dataClass", "confidential");
    return Stream.of(
        c("shorter retention", week, d -> d.set("/slaProperties/0/value", 6), RETENTION_SHORTENED),
        c(
            "retention is no longer promised",
            week,
            d -> d.set("/slaProperties", null),
            RETENTION_SHORTENED),
        c("longer retention", week, d -> d.set("/slaProperties/0/value", 8), RETENTION_LENGTHENED),
        c(
            "the same retention in hours",
            week,
            d -> d.set("/slaProperties", null).service("retention", 168, "hours")),
        c("a latency", week, d -> d.service("latency", 5, "min"), SERVICE_LEVEL_CHANGED),
        c("a lower class", secret, d -> d.custom("dataClass", "internal"), PROTECTION_LOWERED),
        c("a class without order", secret, d -> d.custom("dataClass", "C4"), PROTECTION_LOWERED),
        c("a higher class", secret, d -> d.custom("dataClass", "restricted"), PROTECTION_RAISED),
        c(
            "a field is classified",
            Draft.state(),
            d -> d.field("id", "classification", "internal"),
            PROTECTION_RAISED));
  }

  private static Stream<Case> handling() {
    Draft state = Draft.state();
    return Stream.of(
        c("more lanes", state, d -> d.custom("lanes", 4), LANES_CHANGED),
        c(
            "rows are set aside",
            state,
            d -> d.custom("onViolation", Map.of("requiredNull", "reject")),
            HANDLING_CHANGED),
        c("policies are accepted", state, d -> d.custom("policies", "accept"), HANDLING_CHANGED),
        c(
            "schemas are registered",
            state,
            d -> d.custom("registryMode", "register"),
            HANDLING_CHANGED),
        c("an export group", state, d -> d.custom("exportGroup", "orders"), HANDLING_CHANGED),
        c("dead letters", state, d -> d.custom("deadLetters", "topic"), HANDLING_CHANGED),
        c("a share", state, d -> d.custom("maxRejectedShare", 0.2), HANDLING_CHANGED),
        c("another team", state, d -> d.set("/team/name", "returns"), PROSE_CHANGED),
        c(
            "a word on a field",
            state,
            d -> d.field("id", "description", "Its number"),
            PROSE_CHANGED),
        c("another server", state, d -> d.set("/servers/0/host", "elsewhere")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void eachChangeIsFoundByItsRule(Case c) {
    assertThat(c.found()).containsExactlyInAnyOrder(c.rules());
  }

  @Test
  void everyRuleAboutContentHasACase() {
    Set<ChangeRule> met =
        cases().flatMap(c -> Arrays.stream(c.rules())).collect(Collectors.toSet());

    assertThat(ChangeRule.values())
        .filteredOn(rule -> !rule.isAboutVersion())
        .allSatisfy(rule -> assertThat(met).contains(rule));
  }

  private static Draft list(Draft draft, String... values) {
    return draft.fieldCustom("s", "enum", List.of(values));
  }

  private static Case type(String before, String after, ChangeRule rule) {
    return typed(before + " becomes " + after, Draft.state(), before, after, rule);
  }

  private static Case inJson(String before, String after, ChangeRule rule) {
    return typed(
        before + " becomes " + after + " in JSON", Draft.state().json(), before, after, rule);
  }

  private static Case typed(
      String name, Draft draft, String before, String after, ChangeRule rule) {
    return c(name, draft.field("x", before), d -> d.field("x", "physicalType", after), rule);
  }

  private static Case c(
      String name, Draft before, UnaryOperator<Draft> change, ChangeRule... rules) {
    return new Case(name, before, change, rules);
  }
}
