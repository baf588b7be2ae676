package dev.freshet.cli.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a procedure said when it failed. Snowflake wraps it: "Uncaught exception … : the class of
 * the exception: its message", with lines of a stack trace behind (developer-guide/logging-tracing/
 * unhandled-exception-messages); a procedure that calls another wraps it twice.
 */
final class HandlerMessage {
  private static final String WRAPPED = "Uncaught exception";
  private static final Pattern CLASS =
      Pattern.compile("(?:[a-z_][a-z0-9_]*\\.)+[A-Z][A-Za-z0-9_$]*: ");
  private static final Pattern TRACE = Pattern.compile("\\R\\s+at [\\w.$/<>]+\\(");

  private HandlerMessage() {}

  /** The words of the procedure alone; a message of another form as it is. */
  static String of(String message) {
    int wrapped = message.lastIndexOf(WRAPPED);
    if (wrapped < 0) {
      return message;
    }
    String inner = message.substring(wrapped);
    Matcher type = CLASS.matcher(inner);
    String said = type.find() ? inner.substring(type.end()) : inner;
    Matcher trace = TRACE.matcher(said);
    return (trace.find() ? said.substring(0, trace.start()) : said).strip();
  }
}
