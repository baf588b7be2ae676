package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Options of a table, schema or database, {@code NAME = value}: checked, kept and shown, of those
 * Freshet's own SQL uses. Others are refused: to pass over one would be a promise not kept. Source:
 * sql-reference/sql/create-table.
 */
final class TableOptions {

  static final String CHANGE_TRACKING = "CHANGE_TRACKING";
  static final String COMMENT = "COMMENT";

  private static final Set<String> DAYS =
      Set.of("DATA_RETENTION_TIME_IN_DAYS", "MAX_DATA_EXTENSION_TIME_IN_DAYS");
  private static final Set<String> SWITCHES = Set.of(CHANGE_TRACKING, "ENABLE_SCHEMA_EVOLUTION");

  private TableOptions() {}

  /** Reads options up to the end, or to AS. */
  static Map<String, String> read(TokenReader reader) {
    Map<String, String> options = new LinkedHashMap<>();
    while (!reader.atEnd() && !reader.peek().isWord("AS")) {
      if (reader.accept("CLUSTER", "BY")) {
        new OptionReader(reader, Map.of()).skipBrackets();
      } else if (!reader.accept("COPY", "GRANTS")) {
        options.putAll(assignments(reader));
      }
    }
    return options;
  }

  /** Reads {@code NAME = value …}, at least one, with or without commas between them. */
  static Map<String, String> assignments(TokenReader reader) {
    Map<String, String> options = new LinkedHashMap<>();
    Map<String, Consumer<OptionReader>> known = new LinkedHashMap<>();
    known.put(COMMENT, option -> options.put(COMMENT, option.tokens().string()));
    DAYS.forEach(name -> known.put(name, option -> options.put(name, days(option, name))));
    SWITCHES.forEach(name -> known.put(name, option -> options.put(name, upper(option.bool()))));
    new OptionReader(reader, known).readAll();
    if (options.isEmpty()) {
      throw new UnsupportedSql("the option " + reader.peek().text());
    }
    return options;
  }

  /** Reads names of options, as UNSET takes them. */
  static List<String> names(TokenReader reader) {
    List<String> names = new ArrayList<>();
    do {
      String name = reader.identifier();
      if (!name.equals(COMMENT) && !DAYS.contains(name) && !SWITCHES.contains(name)) {
        throw new UnsupportedSql("the option " + name);
      }
      names.add(name);
    } while (reader.acceptSymbol(","));
    return names;
  }

  static boolean tracks(Map<String, String> options) {
    return Boolean.parseBoolean(options.get(CHANGE_TRACKING));
  }

  private static String upper(boolean value) {
    return Boolean.toString(value).toUpperCase(Locale.ROOT);
  }

  private static String days(OptionReader option, String name) {
    long days = option.number();
    if (days > 90) {
      throw SnowflakeException.compilation(
          "001008", "invalid value [" + days + "] for parameter '" + name + "'");
    }
    return Long.toString(days);
  }
}
