package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What CREATE DYNAMIC TABLE says between the name and AS. Source:
 * sql-reference/sql/create-dynamic-table.
 *
 * @param targetLag as {@code 1 minute}, or DOWNSTREAM
 * @param initialized whether it is filled when it is created
 * @param kept options of every table: COMMENT and retention
 */
record DynamicTableOptions(
    String targetLag,
    String warehouse,
    RefreshMode mode,
    boolean initialized,
    Map<String, String> kept) {

  private static final Set<String> KEPT =
      Set.of("COMMENT", "DATA_RETENTION_TIME_IN_DAYS", "MAX_DATA_EXTENSION_TIME_IN_DAYS");
  private static final Pattern LAG =
      Pattern.compile("(?i)([1-9]\\d*) +(seconds?|minutes?|hours?|days?)"); // as 20 minutes

  /** What was asked for; AUTO is settled by the query. */
  enum RefreshMode {
    AUTO,
    FULL,
    INCREMENTAL
  }

  static DynamicTableOptions read(TokenReader reader) {
    Map<String, String> given = new HashMap<>();
    Map<String, Consumer<OptionReader>> known = new HashMap<>();
    for (String name : Set.of("TARGET_LAG", "WAREHOUSE", "REFRESH_MODE", "INITIALIZE")) {
      known.put(name, option -> given.put(name, option.literal()));
    }
    KEPT.forEach(name -> known.put(name, option -> given.put(name, option.literal())));
    new OptionReader(reader, known).readAll();
    Map<String, String> kept = new HashMap<>(given);
    kept.keySet().retainAll(KEPT);
    return new DynamicTableOptions(
        lag(required(given, "TARGET_LAG")),
        required(given, "WAREHOUSE"),
        RefreshMode.valueOf(oneOf(given, "REFRESH_MODE", "AUTO", "FULL", "INCREMENTAL")),
        oneOf(given, "INITIALIZE", "ON_CREATE", "ON_SCHEDULE").equals("ON_CREATE"),
        kept);
  }

  private static String required(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw SnowflakeException.compilation("002029", "Missing option(s): [" + name + "]");
    }
    return value;
  }

  /** A word among those an option takes; the first if it is not given. */
  private static String oneOf(Map<String, String> given, String name, String... words) {
    String value = given.getOrDefault(name, words[0]).toUpperCase(Locale.ROOT);
    if (!Set.of(words).contains(value)) {
      throw invalid(name, value);
    }
    return value;
  }

  /** At least a minute, as Snowflake has it. */
  private static String lag(String text) {
    var parts = LAG.matcher(text);
    boolean tooShort =
        parts.matches()
            && parts.group(2).toLowerCase(Locale.ROOT).startsWith("second")
            && Long.parseLong(parts.group(1)) < 60;
    if (tooShort || (!parts.matches() && !text.equalsIgnoreCase("DOWNSTREAM"))) {
      throw invalid("TARGET_LAG", text);
    }
    return text;
  }

  private static SnowflakeException invalid(String name, String value) {
    return SnowflakeException.compilation(
        "001008", "invalid value [" + value + "] for parameter '" + name + "'");
  }
}
