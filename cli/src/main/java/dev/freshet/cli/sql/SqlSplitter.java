package dev.freshet.cli.sql;

import dev.freshet.cli.CommandException;
import java.util.ArrayList;
import java.util.List;

/** Walks a text once and cuts it at the semicolons that end statements. */
final class SqlSplitter {
  private final String name;
  private final String text;
  private final List<SqlScript.Statement> statements = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int at;
  private int firstLine;

  SqlSplitter(String name, String text) {
    this.name = name;
    this.text = text;
  }

  List<SqlScript.Statement> split() {
    while (at < text.length()) {
      step();
    }
    end();
    return statements;
  }

  private void step() {
    if (text.startsWith("--", at)) {
      comment("\n", false);
    } else if (text.startsWith("/*", at)) {
      comment("*/", true);
    } else if (text.startsWith("$$", at)) {
      keepTo("$$", 2);
    } else if (text.charAt(at) == '\'') {
      keepString();
    } else if (text.charAt(at) == '"') {
      keepTo("\"", 1);
    } else if (text.charAt(at) == ';') {
      at++;
      end();
    } else {
      keep(1);
    }
  }

  private void comment(String close, boolean mustClose) {
    int end = text.indexOf(close, at + 2);
    if (end < 0 && mustClose) {
      throw notClosed("/*");
    }
    at = end < 0 ? text.length() : end + (mustClose ? close.length() : 0);
  }

  private void keepTo(String close, int length) {
    int end = text.indexOf(close, at + length);
    if (end < 0) {
      throw notClosed(close);
    }
    keep(end + length - at);
  }

  /** A string ends at a quote that is neither doubled nor behind a backslash. */
  private void keepString() {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '\'') {
        keep(i + 1 - at);
        return;
      }
    }
    throw notClosed("'");
  }

  private void keep(int length) {
    if (current.isEmpty() && !Character.isWhitespace(text.charAt(at))) {
      firstLine = line(at);
    }
    if (!current.isEmpty() || !Character.isWhitespace(text.charAt(at))) {
      current.append(text, at, at + length);
    }
    at += length;
  }

  private void end() {
    String statement = current.toString().strip();
    if (!statement.isEmpty()) {
      statements.add(new SqlScript.Statement(firstLine, statement));
    }
    current.setLength(0);
  }

  private int line(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private CommandException notClosed(String what) {
    return new CommandException(name + ", line " + line(at) + ": " + what + " is never closed");
  }
}
