package dev.freshet.contract.odcs;

import dev.freshet.contract.ServiceLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code slaProperties}: latency, frequency and retention, as a number with a unit or as an
 * ISO 8601 duration. Others are left alone.
 */
final class ServiceReader {
  /** ODCS leaves units open ("d, day, days for days"); one that could be two is not read. */
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("ms", Duration.ofMillis(1)),
          Map.entry("s", Duration.ofSeconds(1)),
          Map.entry("sec", Duration.ofSeconds(1)),
          Map.entry("second", Duration.ofSeconds(1)),
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("minute", Duration.ofMinutes(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hr", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("d", Duration.ofDays(1)),
          Map.entry("day", Duration.ofDays(1)),
          Map.entry("w", Duration.ofDays(7)),
          Map.entry("week", Duration.ofDays(7)),
          Map.entry("y", Duration.ofDays(365)),
          Map.entry("yr", Duration.ofDays(365)),
          Map.entry("year", Duration.ofDays(365)));

  private ServiceReader() {}

  static ServiceLevel read(Place root) {
    return new ServiceLevel(
        duration(root, "latency"), duration(root, "frequency"), duration(root, "retention"));
  }

  private static Optional<Duration> duration(Place root, String name) {
    Place properties = root.at("slaProperties");
    return properties.items().stream()
        .filter(p -> p.node().path("property").asText().equals(name))
        .findFirst()
        .flatMap(ServiceReader::duration);
  }

  private static Optional<Duration> duration(Place property) {
    Place value = property.at("value");
    if (value.node().isTextual()) {
      return iso(value);
    }
    Optional<BigDecimal> number = value.number().filter(n -> n.signum() > 0);
    if (number.isEmpty()) {
      value.problem("must be a number above zero with a unit, or a duration such as PT5M");
      return Optional.empty();
    }
    return unit(property.at("unit")).map(u -> times(number.get(), u));
  }

  private static Optional<Duration> unit(Place place) {
    String word = place.requiredText("the unit: s, min, h, d", "");
    String singular = word.length() > 2 && word.endsWith("s") ? chop(word) : word;
    Optional<Duration> unit =
        Optional.ofNullable(UNITS.get(word)).or(() -> Optional.ofNullable(UNITS.get(singular)));
    if (unit.isEmpty() && !word.isEmpty()) {
      place.problem("'" + word + "' is no unit of time; write ms, s, min, h, d, w or y");
    }
    return unit;
  }

  private static String chop(String word) {
    return word.substring(0, word.length() - 1);
  }

  private static Duration times(BigDecimal number, Duration unit) {
    return Duration.ofMillis(number.multiply(BigDecimal.valueOf(unit.toMillis())).longValue());
  }

  private static Optional<Duration> iso(Place value) {
    try {
      return value.text().map(Duration::parse);
    } catch (DateTimeParseException e) {
      value.problem(
          "is no duration; write a number with a unit beside it, or a duration such as PT5M");
      return Optional.empty();
    }
  }
}
