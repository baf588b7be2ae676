package dev.freshet.procs.sql;

import dev.freshet.contract.SourceName;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Literals and identifiers. Whatever comes from outside enters a statement through here and nowhere
 * else.
 */
public final class Sql {
  private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_$]{0,254}");

  private Sql() {}

  /**
   * A string literal; in Snowflake a backslash escapes too (sql-reference/data-types-text, "Escape
   * sequences").
   */
  public static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** A string literal, or {@code NULL}. */
  public static String literal(Optional<String> text) {
    return text.map(Sql::literal).orElse("NULL");
  }

  /** String literals, separated by commas. */
  public static String literals(Collection<String> texts) {
    return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
  }

  /** A quoted identifier: exactly this name, whatever its case. */
  public static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A source's full name, quoted. */
  public static String source(SourceName source) {
    return quoted(source.database())
        + "."
        + quoted(source.schema())
        + "."
        + quoted(source.object());
  }

  /**
   * An identifier that needs no quotes.
   *
   * @throws IllegalArgumentException if it would need some
   */
  public static String plain(String name) {
    if (!PLAIN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no plain upper-case identifier; deploy Freshet under a name that needs no"
              + " quotes");
    }
    return name;
  }
}
