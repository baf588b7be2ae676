package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads constraints. Snowflake notes them and enforces none but NOT NULL, which a primary key
 * implies. Source: sql-reference/sql/create-table-constraint.
 */
final class Constraints {

  private static final List<String[]> PROPERTIES =
      List.of(
          words("NOT", "ENFORCED"),
          words("ENFORCED"),
          words("NOT", "DEFERRABLE"),
          words("DEFERRABLE"),
          words("INITIALLY", "DEFERRED"),
          words("INITIALLY", "IMMEDIATE"),
          words("ENABLE"),
          words("DISABLE"),
          words("VALIDATE"),
          words("NOVALIDATE"),
          words("RELY"),
          words("NORELY"),
          words("MATCH", "FULL"),
          words("MATCH", "SIMPLE"),
          words("MATCH", "PARTIAL"));

  private static final List<String[]> ACTIONS =
      List.of(
          words("CASCADE"),
          words("SET", "NULL"),
          words("SET", "DEFAULT"),
          words("RESTRICT"),
          words("NO", "ACTION"));

  private Constraints() {}

  /** Reads a constraint behind a column's type; whether it makes the column the primary key. */
  static boolean inline(TokenReader reader) {
    if (reader.accept("CONSTRAINT")) {
      reader.identifier();
    }
    boolean key = reader.accept("PRIMARY", "KEY");
    if (!key && !reader.accept("UNIQUE")) {
      reader.accept("FOREIGN", "KEY");
      references(reader);
    }
    properties(reader);
    return key;
  }

  /** Whether the reader stands before a constraint of the whole table. */
  static boolean startsAt(TokenReader reader) {
    return reader.peek().isWord("CONSTRAINT")
        || reader.startsWith("PRIMARY", "KEY")
        || (reader.peek().isWord("UNIQUE") && reader.peek(1).isSymbol("("))
        || reader.startsWith("FOREIGN", "KEY");
  }

  /** Reads a constraint of the whole table; the columns of the primary key, if it is one. */
  static List<String> outOfLine(TokenReader reader) {
    if (reader.accept("CONSTRAINT")) {
      reader.identifier();
    }
    List<String> key = List.of();
    if (reader.accept("PRIMARY", "KEY")) {
      key = names(reader);
    } else if (reader.accept("UNIQUE")) {
      names(reader);
    } else {
      reader.expect("FOREIGN", "KEY");
      names(reader);
      references(reader);
    }
    properties(reader);
    return key;
  }

  private static void references(TokenReader reader) {
    reader.expect("REFERENCES");
    reader.dottedName();
    if (reader.peek().isSymbol("(")) {
      names(reader);
    }
  }

  /** Names in brackets. */
  static List<String> names(TokenReader reader) {
    reader.expectSymbol("(");
    List<String> names = new ArrayList<>();
    do {
      names.add(reader.identifier());
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return names;
  }

  private static void properties(TokenReader reader) {
    while (accepted(reader, PROPERTIES) || onAction(reader)) {
      // each one is read and noted by nobody
    }
  }

  private static boolean onAction(TokenReader reader) {
    if (!reader.accept("ON", "UPDATE") && !reader.accept("ON", "DELETE")) {
      return false;
    }
    if (!accepted(reader, ACTIONS)) {
      throw reader.unexpected("expected CASCADE, SET NULL, SET DEFAULT, RESTRICT or NO ACTION");
    }
    return true;
  }

  private static boolean accepted(TokenReader reader, List<String[]> phrases) {
    return phrases.stream().anyMatch(reader::accept);
  }

  private static String[] words(String... words) {
    return words;
  }
}
