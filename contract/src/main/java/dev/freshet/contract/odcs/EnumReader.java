package dev.freshet.contract.odcs;

import dev.freshet.contract.Field.EnumPolicy;
import dev.freshet.contract.avro.AvroNames;
import dev.freshet.contract.type.SnowflakeType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the values a field may have: {@code freshet.enum}, {@code logicalTypeOptions.enum}, or the
 * {@code validValues} of a library check {@code invalidValues} (ODCS 3.1, data quality) that allows
 * none but these. Said in several places, they must agree.
 */
final class EnumReader {
  private EnumReader() {}

  static List<String> values(
      Place field, CustomProperties custom, SnowflakeType type, EnumPolicy policy) {
    List<Place> places =
        Stream.of(
                Stream.of(custom.at("enum"), field.at("logicalTypeOptions").at("enum")),
                field.at("quality").items().stream().flatMap(q -> validValues(q).stream()))
            .flatMap(s -> s)
            .filter(Place::exists)
            .toList();
    if (places.isEmpty()) {
      if (custom.at("enumPolicy").exists()) {
        custom.at("enumPolicy").problem("stands alone; list the values in freshet.enum");
      }
      return List.of();
    }
    Place first = places.get(0);
    List<String> values = first.texts();
    places.stream()
        .skip(1)
        .filter(p -> !p.texts().equals(values))
        .forEach(p -> p.problem("differs from " + first.path() + "; say the values once"));
    check(first, values, type);
    if (policy == EnumPolicy.CLOSED) {
      areSymbols(first, values);
    }
    return values;
  }

  private static void check(Place place, List<String> values, SnowflakeType type) {
    if (!(type instanceof SnowflakeType.Text)) {
      place.problem("only a VARCHAR field can have an enum, this one is " + type);
    }
    if (values.isEmpty()) {
      place.problem("must list the values allowed");
    }
    if (new HashSet<>(values).size() < values.size()) {
      place.problem("names a value twice");
    }
  }

  /** A closed list is an Avro enum, whose symbols are names. */
  private static void areSymbols(Place place, List<String> values) {
    List<String> refused = values.stream().filter(v -> !AvroNames.isName(v)).toList();
    if (!refused.isEmpty()) {
      place.problem(
          refused
              + " cannot be symbols of an Avro enum (letters, digits and underscores, no digit"
              + " first); add freshet.enumPolicy: open, or map the values in a view");
    }
  }

  private static Optional<Place> validValues(Place check) {
    boolean allowsNoOther =
        check.node().path("metric").asText().equals("invalidValues")
            && check.node().path("mustBe").asInt(-1) == 0;
    return allowsNoOther ? Optional.of(check.at("arguments").at("validValues")) : Optional.empty();
  }
}
