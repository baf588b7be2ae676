package dev.freshet.cli.sql;

import dev.freshet.cli.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of SQL statements, each ended by a semicolon. Semicolons inside quotes, {@code $$} bodies
 * and comments do not end one; comments between statements are left out.
 *
 * @param name the file's name, for messages
 * @param statements in order, without the semicolon, placeholders not yet filled
 */
public record SqlScript(String name, List<Statement> statements) {

  /** A statement and the line it begins on, from 1. */
  public record Statement(int line, String text) {}

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9_]*)\\}");

  public SqlScript {
    statements = List.copyOf(statements);
  }

  /**
   * Splits a file.
   *
   * @throws CommandException if a quote, body or comment is not closed
   */
  public static SqlScript parse(String name, String text) {
    return new SqlScript(name, new SqlSplitter(name, text).split());
  }

  /**
   * The script with all placeholders <code>${name}</code> filled.
   *
   * @throws CommandException if one is unknown, naming all that are
   */
  public SqlScript filled(Map<String, String> values) {
    TreeSet<String> unknown = new TreeSet<>();
    List<Statement> filled = new ArrayList<>();
    for (Statement statement : statements) {
      String text =
          PLACEHOLDER
              .matcher(statement.text())
              .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), values, unknown)));
      filled.add(new Statement(statement.line(), text));
    }
    if (!unknown.isEmpty()) {
      throw new CommandException(
          name
              + " has unknown placeholders "
              + unknown
              + "; known: "
              + new TreeSet<>(values.keySet()));
    }
    return new SqlScript(name, filled);
  }

  private static String value(String name, Map<String, String> values, TreeSet<String> unknown) {
    String value = values.get(name);
    if (value == null) {
      unknown.add(name);
      return "";
    }
    return value;
  }
}
