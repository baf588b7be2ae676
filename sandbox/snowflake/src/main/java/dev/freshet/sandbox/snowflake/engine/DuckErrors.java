package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.Identifiers;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns DuckDB's errors into the ones Snowflake would raise. Names in them are given back as
 * Snowflake's.
 */
final class DuckErrors {

  private static final Pattern COLUMN =
      Pattern.compile("Referenced column \"((?:[^\"]|\"\")*)\" (?:not found|was not found)");
  private static final Pattern QUALIFIED_COLUMN =
      Pattern.compile("(?:does not have a column named|Referenced table) \"((?:[^\"]|\"\")*)\"");
  private static final Pattern NOT_A_NUMBER =
      Pattern.compile("Could not convert string [\"'](.*?)[\"'] to (?:DECIMAL|INT|DOUBLE|BIGINT)");
  private static final Pattern NOT_A_TIME =
      Pattern.compile("Timestamp '.*' is not recognized", Pattern.DOTALL);
  private static final Pattern NOT_NULL = Pattern.compile("NOT NULL constraint failed: (\\S+)");

  private DuckErrors() {}

  static SnowflakeException translate(SQLException e, String sql) {
    String text = String.valueOf(e.getMessage());
    String message = Identifiers.decodeAll(firstLine(text));
    Matcher time = NOT_A_TIME.matcher(text);
    if (time.find()) {
      return error("100035", "22007", time.group(), e);
    }
    if (text.startsWith("Parser Error")) {
      return error("001003", "42000", "SQL compilation error:\n" + message, e);
    }
    if (text.startsWith("Binder Error")) {
      return binder(text, message, e);
    }
    if (text.startsWith("Catalog Error")) {
      return error("002003", "02000", "SQL compilation error:\n" + message, e);
    }
    if (text.startsWith("Conversion Error") || text.startsWith("Out of Range Error")) {
      return conversion(text, message, e);
    }
    if (text.startsWith("Constraint Error")) {
      return constraint(text, message, e);
    }
    if (text.contains("MERGE INTO command cannot affect the same target row")) {
      return error("100090", "42P18", "Duplicate row detected during DML action", e);
    }
    if (text.contains("INTERRUPT")) {
      return error("000604", "57014", "SQL execution canceled", e);
    }
    return error("100132", "P0000", message + " [" + sql.length() + " characters of SQL]", e);
  }

  private static SnowflakeException binder(String text, String message, SQLException e) {
    for (Pattern pattern : new Pattern[] {COLUMN, QUALIFIED_COLUMN}) {
      Matcher found = pattern.matcher(text);
      if (found.find()) {
        String name = Identifiers.decode(found.group(1));
        return error(
            "000904", "42000", "SQL compilation error:\ninvalid identifier '" + name + "'", e);
      }
    }
    return error("000904", "42000", "SQL compilation error:\n" + message, e);
  }

  private static SnowflakeException conversion(String text, String message, SQLException e) {
    Matcher number = NOT_A_NUMBER.matcher(text);
    if (number.find()) {
      return error(
          "100038", "22018", "Numeric value '" + number.group(1) + "' is not recognized", e);
    }
    if (text.contains("timestamp field value") || text.contains("date field value")) {
      return error("100035", "22007", "Timestamp is not recognized: " + message, e);
    }
    return error("100038", "22018", message, e);
  }

  private static SnowflakeException constraint(String text, String message, SQLException e) {
    Matcher notNull = NOT_NULL.matcher(text);
    if (notNull.find()) {
      String path = notNull.group(1);
      String column = Identifiers.decode(path.substring(path.lastIndexOf('.') + 1));
      return error("100072", "22000", "NULL result in a non-nullable column '" + column + "'", e);
    }
    if (text.contains("CHECK constraint failed")) {
      return error("100078", "22000", "String is too long and would be truncated: " + message, e);
    }
    return error("100072", "22000", message, e);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static SnowflakeException error(
      String code, String state, String message, SQLException cause) {
    return new SnowflakeException(code, state, message, cause);
  }
}
