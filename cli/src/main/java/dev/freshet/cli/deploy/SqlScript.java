package dev.freshet.cli.deploy;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.deploy.Placeholders.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script at its semicolons and fills in its placeholders. It knows quotes, dollar quotes
 * and comments; comments are left out, dollar-quoted text is left as it is.
 */
public final class SqlScript {
  private final String file;
  private final String text;
  private final Placeholders placeholders;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int at;
  private int line = 1;
  private int begin = 1;

  private SqlScript(String file, String text, Placeholders placeholders) {
    this.file = file;
    this.text = text;
    this.placeholders = placeholders;
  }

  /**
   * Reads a script.
   *
   * @param file its name, for messages
   * @throws CommandFailed if a quote or comment is left open, or a placeholder has no value
   */
  public static List<SqlStatement> read(String file, String text, Placeholders placeholders) {
    SqlScript script = new SqlScript(file, text, placeholders);
    script.readAll();
    return List.copyOf(script.statements);
  }

  private void readAll() {
    while (at < text.length()) {
      if (skip("--")) {
        comment("\n", false);
      } else if (skip("/*")) {
        comment("*/", true);
      } else if (lookingAt("$$")) {
        verbatim();
      } else if (lookingAt("'")) {
        quoted('\'', Position.TEXT);
      } else if (lookingAt("\"")) {
        quoted('"', Position.QUOTED_IDENTIFIER);
      } else if (lookingAt("${")) {
        placeholder(Position.BARE);
      } else if (skip(";")) {
        end();
      } else {
        take();
      }
    }
    end();
  }

  private void comment(String close, boolean required) {
    int opened = line;
    while (at < text.length() && !lookingAt(close)) {
      step();
    }
    if (at == text.length() && required) {
      throw open("comment", opened);
    }
    if (required) {
      skip(close); // the line break after a line comment stays
    }
  }

  private void verbatim() {
    int opened = line;
    take();
    take();
    while (!lookingAt("$$")) {
      if (at == text.length()) {
        throw open("$$", opened);
      }
      take();
    }
    take();
    take();
  }

  private void quoted(char quote, Position position) {
    int opened = line;
    take();
    while (!lookingAt(String.valueOf(quote))) {
      if (at == text.length()) {
        throw open(String.valueOf(quote), opened);
      }
      if (lookingAt("${")) {
        placeholder(position);
      } else {
        if (lookingAt("\\") && position == Position.TEXT && at + 1 < text.length()) {
          take(); // an escape: what follows is not the end
        }
        take();
      }
    }
    take(); // a doubled quote reads as two quoted texts side by side, which is as good
  }

  private void placeholder(Position position) {
    int close = text.indexOf('}', at);
    if (close < 0) {
      throw open("${", line);
    }
    begin();
    current.append(placeholders.fill(text.substring(at + 2, close), position, file + ":" + line));
    at = close + 1;
  }

  private void take() {
    if (!Character.isWhitespace(text.charAt(at))) {
      begin();
    }
    current.append(text.charAt(at));
    step();
  }

  private void begin() {
    if (current.toString().isBlank()) {
      begin = line;
    }
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
    }
    at++;
  }

  private void end() {
    String statement = current.toString().strip();
    if (!statement.isEmpty()) {
      statements.add(new SqlStatement(file, begin, statement));
    }
    current.setLength(0);
  }

  private boolean lookingAt(String what) {
    return text.startsWith(what, at);
  }

  private boolean skip(String what) {
    if (!lookingAt(what)) {
      return false;
    }
    at += what.length();
    return true;
  }

  private CommandFailed open(String what, int opened) {
    return CommandFailed.usage(file + ":" + opened + ": " + what + " is opened and never closed");
  }
}
