package dev.freshet.sandbox.load;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A column of a CSV file.
 *
 * @param name lower-case words
 * @param type Snowflake's spelling
 */
public record CsvColumn(String name, String type) {
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,28})(\\.\\d{1,9})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LEAST_DIGITS = 12;

  /** The narrowest type that holds all values; text if none does. */
  static CsvColumn of(String name, List<String> values) {
    List<String> given = values.stream().filter(v -> !v.isEmpty()).toList();
    return new CsvColumn(name, type(given));
  }

  private static String type(List<String> given) {
    if (all(given, v -> DECIMAL.matcher(v).matches())) {
      return number(given.stream().map(BigDecimal::new).toList());
    }
    if (all(given, CsvColumn::isDate)) {
      return "DATE";
    }
    return all(given, v -> v.equals("true") || v.equals("false")) ? "BOOLEAN" : "VARCHAR";
  }

  private static boolean all(List<String> given, Predicate<String> test) {
    return !given.isEmpty() && given.stream().allMatch(test);
  }

  private static String number(List<BigDecimal> values) {
    int scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    int whole = values.stream().mapToInt(v -> v.precision() - v.scale()).max().orElse(1);
    return "NUMBER(" + Math.max(LEAST_DIGITS, whole + scale) + "," + scale + ")";
  }

  private static boolean isDate(String value) {
    try {
      return DATE.matcher(value).matches() && LocalDate.parse(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
