package dev.freshet.cli.deploy;

import dev.freshet.cli.command.CommandFailed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values of {@code ${name}}. A value enters a statement by where the placeholder stands: in
 * quotes as text, elsewhere as a plain identifier.
 */
public final class Placeholders {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]{0,254}");

  private final TreeMap<String, String> values;

  public Placeholders(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  /** Where a placeholder stands. */
  enum Position {
    TEXT,
    QUOTED_IDENTIFIER,
    BARE
  }

  String fill(String name, Position position, String where) {
    String value =
        Optional.ofNullable(values.get(name))
            .orElseThrow(
                () ->
                    CommandFailed.usage(
                        where
                            + " needs a value for ${"
                            + name
                            + "}: give it with --set "
                            + name
                            + "=…; known: "
                            + values.keySet()));
    return switch (position) {
      case TEXT -> value.replace("\\", "\\\\").replace("'", "''");
      case QUOTED_IDENTIFIER -> value.replace("\"", "\"\"");
      case BARE -> identifier(name, value, where);
    };
  }

  private static String identifier(String name, String value, String where) {
    if (!IDENTIFIER.matcher(value).matches()) {
      throw CommandFailed.usage(
          where
              + " uses ${"
              + name
              + "} as a name, but '"
              + value
              + "' is none: letters, digits and underscores, beginning with a letter");
    }
    return value;
  }
}
