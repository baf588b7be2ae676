package dev.freshet.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.ContractException;
import dev.freshet.contract.draft.Draft;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a file no sound contract, and the words that say so. */
class UnsoundFileTest {

  /** A sound file, what is done to it, and what must be said. */
  record Mistake(String name, Draft sound, UnaryOperator<Draft> done, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(keysAndTimes(), values(), places()).flatMap(s -> s);
  }

  private static Stream<Mistake> keysAndTimes() {
    Draft state = Draft.state();
    Draft events = Draft.events();
    return Stream.of(
        m("no owner", state, d -> d.set("/team", null), "team.name: is missing"),
        m("no key", state, d -> d.field("id", "primaryKey", null), "no field is the key"),
        m("a key that may be null", state, d -> d.field("id", "required", null), "required: true"),
        m(
            "a key of floats",
            state,
            d -> d.field("id", "physicalType", "FLOAT"),
            "cannot be part of a key"),
        m(
            "a key of objects",
            state,
            d -> d.field("id", "physicalType", "OBJECT"),
            "cannot be part of a key"),
        m(
            "an event time that is no field",
            events,
            d -> d.custom("eventTime", "when"),
            "'when', which is no field"),
        m(
            "an event time that is no time",
            events,
            d -> d.custom("eventTime", "id"),
            "an event time is DATE, TIMESTAMP_NTZ or TIMESTAMP_LTZ"),
        m(
            "an event time with its own offset",
            events,
            d -> d.field("at", "physicalType", "TIMESTAMP_TZ(6)"),
            "an event time is DATE"),
        m(
            "an identity that may be null",
            events,
            d -> d.field("x", "DATE").custom("identity", List.of("id", "x")),
            "what identifies an event must be required"),
        m(
            "a state replayed onto its topic",
            state,
            d -> d.custom("replay", "live"),
            "an old value would become the newest"),
        m(
            "a snapshot of events",
            events,
            d -> d.field("x", "DATE").fieldCustom("x", "backfill", "snapshot"),
            "events are published once"));
  }

  private static Stream<Mistake> values() {
    Draft named = Draft.state().field("s", "VARCHAR(9)");
    return Stream.of(
        m(
            "a closed list that Avro has no symbols for",
            named,
            d -> d.fieldCustom("s", "enum", List.of("ok", "1-urgent")),
            "[1-urgent] cannot be symbols of an Avro enum"),
        m(
            "a value listed twice",
            named,
            d -> d.fieldCustom("s", "enum", List.of("a", "a")),
            "names a value twice"),
        m(
            "a policy without a list",
            named,
            d -> d.fieldCustom("s", "enumPolicy", "open"),
            "list the values in freshet.enum"),
        m(
            "two lists that differ",
            named,
            d ->
                d.fieldCustom("s", "enum", List.of("a"))
                    .field("s", "logicalTypeOptions", Map.of("enum", List.of("b"))),
            "say the values once"),
        m(
            "a subquery",
            named,
            d -> d.custom("where", "id IN (SELECT id FROM t)"),
            "SELECT cannot stand there; shape more in a view instead"),
        m(
            "a value of the session",
            named,
            d -> d.field("s", "transformLogic", "CURRENT_USER()"),
            "CURRENT_USER is none of the functions allowed"),
        m(
            "a share above one",
            named,
            d -> d.custom("maxRejectedShare", 2),
            "is a share of the rows"),
        m("a zone of fancy", named, d -> d.custom("zone", "Moon/Sea"), "is no time zone"),
        m(
            "time beyond nanoseconds",
            named,
            d -> d.field("s", "physicalType", "TIME(12)"),
            "0 to 9"),
        m(
            "an endless number",
            named,
            d -> d.field("s", "physicalType", "NUMBER(99999999999)"),
            "is no Snowflake type that Freshet carries"),
        m(
            "a month, which has no length",
            named,
            d -> d.service("retention", 1, "month"),
            "is no unit of time"));
  }

  private static Stream<Mistake> places() {
    Draft state = Draft.state();
    return Stream.of(
        m(
            "another topic name",
            state,
            d -> d.set("/schema/0/physicalName", "orders"),
            "the topic is named like the contract: shop.order_changed.v1"),
        m(
            "a name too long for a topic",
            state,
            d -> d.set("/name", "x".repeat(240)),
            "200 characters"),
        m(
            "our keys where nobody looks",
            state,
            d ->
                d.set(
                    "/customProperties", List.of(Map.of("property", "freshet.lanes", "value", 2))),
            "ours stand on schema[0]"),
        m(
            "formats that differ by environment",
            state,
            d ->
                d.set(
                    "/servers",
                    List.of(
                        Map.of(
                            "server", "a", "type", "kafka", "environment", "dev", "format", "json"),
                        Map.of(
                            "server",
                            "b",
                            "type",
                            "kafka",
                            "environment",
                            "prod",
                            "format",
                            "avro"))),
            "the kafka servers differ in format"),
        m(
            "two topics in one environment",
            state,
            d ->
                d.set(
                    "/servers",
                    List.of(
                        Map.of("server", "a", "type", "kafka", "environment", "dev"),
                        Map.of("server", "b", "type", "kafka", "environment", "dev"))),
            "an environment has one of each type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsToldInWords(Mistake mistake) {
    mistake.sound().read();
    Draft broken = mistake.done().apply(mistake.sound().copy());

    assertThatThrownBy(broken::read)
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(mistake.said());
  }

  @Test
  void aListOfValidValuesIsAnEnumToo() {
    Draft draft =
        Draft.state()
            .field("s", "VARCHAR(9)")
            .field(
                "s",
                "quality",
                List.of(
                    Map.of(
                        "metric",
                        "invalidValues",
                        "mustBe",
                        0,
                        "arguments",
                        Map.of("validValues", List.of("a", "b")))));

    assertThat(draft.read().field("s").enumValues()).containsExactly("a", "b");
  }

  private static Mistake m(String name, Draft sound, UnaryOperator<Draft> done, String said) {
    return new Mistake(name, sound, done, said);
  }
}
