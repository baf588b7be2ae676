package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.engine.SessionParameters.Name;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Casts, and the TO_ and TRY_TO_ functions. How text is written and read depends on the operand's
 * type.
 */
public final class Casts {

  private static final Pattern OFFSET = Pattern.compile(".*\\d:\\d\\d.*[+-]\\d\\d:?(\\d\\d)?\\s*");
  private static final Pattern HEX_FORMAT = Pattern.compile("X+");

  private Casts() {}

  static void register(Map<String, Rule> rules) {
    rules.put("TO_VARCHAR", scalar(1, 2, Casts::toVarchar));
    rules.put("TO_CHAR", scalar(1, 2, Casts::toVarchar));
    for (String name : new String[] {"NUMBER", "NUMERIC", "DECIMAL"}) {
      rules.put("TO_" + name, scalar(1, 4, call -> toNumber(call, false)));
      rules.put("TRY_TO_" + name, scalar(1, 4, call -> toNumber(call, true)));
    }
    both(rules, "DOUBLE", SqlType.FLOAT);
    both(rules, "BOOLEAN", SqlType.BOOLEAN);
    rules.put("TO_BINARY", scalar(1, 2, Casts::toBinary));
  }

  private static void both(Map<String, Rule> rules, String name, SqlType type) {
    rules.put("TO_" + name, scalar(1, 1, call -> cast(call.scope(), call.argument(0), type)));
    rules.put(
        "TRY_TO_" + name, scalar(1, 1, call -> tryCast(call.scope(), call.argument(0), type)));
  }

  public static Expr cast(Scope scope, Expr operand, SqlType type) {
    if (operand.form() == Form.NULL) {
      return Expr.of("CAST(NULL AS " + type.duckdb() + ")", type);
    }
    Optional<SqlType> from = scope.typeOf(operand);
    if (type.family() == Family.TEXT) {
      String text = toText(scope, operand);
      return Expr.of(
          type.length() < SqlType.MAX_TEXT ? "left(" + text + ", " + type.length() + ")" : text,
          type);
    }
    if (type.isSemiStructured()) {
      return Expr.of("CAST(" + Json.valueText(scope, operand) + " AS JSON)", type);
    }
    if (from.filter(SqlType::isSemiStructured).isPresent()) {
      return plain(scope, Expr.of(Json.text(operand), SqlType.TEXT), SqlType.TEXT, type, false);
    }
    refuseOffset(operand, type);
    if (from.isEmpty() && type.isTimestamp()) {
      throw new UnsupportedSql(
          "a " + type.family() + " of a value whose type it cannot tell here (cast it to VARCHAR)");
    }
    return plain(scope, operand, from.orElse(SqlType.TEXT), type, false);
  }

  /** TRY_CAST: of text only, as in Snowflake. */
  static Expr tryCast(Scope scope, Expr operand, SqlType type) {
    if (operand.form() == Form.NULL) {
      return Expr.of("CAST(NULL AS " + type.duckdb() + ")", type);
    }
    Optional<SqlType> from = scope.typeOf(operand);
    if (from.isPresent() && from.get().family() != Family.TEXT) {
      throw SnowflakeException.compilation(
          "001065",
          "Function TRY_CAST cannot be used with arguments of types "
              + from.get().snowflake()
              + " and "
              + type.snowflake());
    }
    refuseOffset(operand, type);
    if (type.family() == Family.TEXT) {
      return cast(scope, operand, type);
    }
    return plain(scope, operand, SqlType.TEXT, type, true);
  }

  private static Expr plain(Scope scope, Expr operand, SqlType from, SqlType type, boolean tried) {
    String cast = tried ? "TRY_CAST" : "CAST";
    String sql = operand.sql();
    boolean text = from.family() == Family.TEXT;
    return Expr.of(
        switch (type.family()) {
          case TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> timestamp(scope, operand, from, type, tried);
          case BINARY -> text ? "unhex(" + sql + ")" : sql;
          case DATE, TIME ->
              from.isTimestamp()
                  ? Moments.cast(scope, sql, from, type)
                  : cast + "(" + sql + " AS " + type.duckdb() + ")";
          default -> {
            if (from.isTemporal()) {
              throw Moments.invalid(from, type);
            }
            yield cast + "(" + sql + " AS " + type.duckdb() + ")";
          }
        },
        type);
  }

  private static String timestamp(
      Scope scope, Expr operand, SqlType from, SqlType type, boolean tried) {
    return switch (from.family()) {
      case TEXT -> Moments.read(scope, operand, type, TimeReading.AUTO, tried);
      case NUMBER -> Times.ofEpoch(scope, operand.sql(), "1000000000", type);
      case DATE, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
          Moments.cast(scope, operand.sql(), from, type);
      default -> throw Moments.invalid(from, type);
    };
  }

  /** Snowflake drops the offset of such text, DuckDB applies it. */
  private static void refuseOffset(Expr operand, SqlType type) {
    if (operand.isString()
        && type.family() == Family.DATE
        && OFFSET.matcher(operand.stringValue()).matches()) {
      throw new UnsupportedSql("casting text with an offset from UTC to DATE");
    }
  }

  /** The operand as text, written as Snowflake writes values of its type. */
  static String toText(Scope scope, Expr operand) {
    if (operand.isString() || operand.form() == Form.NULL) {
      return operand.sql();
    }
    SqlType type = scope.typeOf(operand).orElse(SqlType.TEXT);
    String sql = operand.sql();
    return switch (type.family()) {
      case TEXT -> operand.type().isPresent() ? sql : "CAST(" + sql + " AS VARCHAR)";
      case VARIANT, OBJECT, ARRAY -> Json.text(operand);
      case FLOAT -> "sf_float_text(" + sql + ")";
      case BINARY -> "hex(" + sql + ")";
      case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
          TimeFormat.write(scope, sql, type, defaultFormat(scope, type));
      default -> "CAST(" + sql + " AS VARCHAR)";
    };
  }

  private static String defaultFormat(Scope scope, SqlType type) {
    Name name =
        switch (type.family()) {
          case TIME -> Name.TIME_OUTPUT_FORMAT;
          case TIMESTAMP_NTZ -> Name.TIMESTAMP_NTZ_OUTPUT_FORMAT;
          default -> Name.TIMESTAMP_OUTPUT_FORMAT;
        };
    return scope.session().parameters().get(name);
  }

  private static Expr toVarchar(Call call) {
    if (call.count() == 1) {
      return Expr.of(toText(call.scope(), call.argument(0)), SqlType.TEXT);
    }
    SqlType type = call.typeOf(0);
    String format = call.stringArgument(1);
    if (type.isTemporal()) {
      return Expr.of(
          TimeFormat.write(call.scope(), call.argument(0).sql(), type, format), SqlType.TEXT);
    }
    if (type.family() == Family.BINARY && format.equalsIgnoreCase("HEX")) {
      return Expr.of("hex(" + call.argument(0).sql() + ")", SqlType.TEXT);
    }
    throw new UnsupportedSql("TO_VARCHAR of " + type.family() + " with a format");
  }

  private static Expr toNumber(Call call, boolean tried) {
    int at = 1;
    if (call.count() > 1 && call.argument(1).isString()) {
      if (!HEX_FORMAT.matcher(call.stringArgument(1)).matches()) {
        throw new UnsupportedSql(call.name() + " with a format other than X…");
      }
      return Expr.of(
          "CAST(sf_hex_number(" + call.argument(0).sql() + ") AS DECIMAL(38, 0))", SqlType.INTEGER);
    }
    int precision = call.count() > at ? wholeArgument(call, at) : 38;
    int scale = call.count() > at + 1 ? wholeArgument(call, at + 1) : 0;
    SqlType type = SqlType.number(precision, scale);
    return tried
        ? tryCast(call.scope(), call.argument(0), type)
        : cast(call.scope(), call.argument(0), type);
  }

  private static int wholeArgument(Call call, int index) {
    String text = call.argument(index).sql();
    if (!text.matches("\\d{1,2}")) {
      throw new UnsupportedSql(call.name() + " with a precision or scale that is no literal");
    }
    return Integer.parseInt(text);
  }

  private static Expr toBinary(Call call) {
    String format = call.count() < 2 ? "HEX" : call.stringArgument(1);
    String sql = call.argument(0).sql();
    return switch (format.toUpperCase(java.util.Locale.ROOT)) {
      case "HEX" -> Expr.of("unhex(" + sql + ")", SqlType.BINARY);
      case "UTF-8" -> Expr.of("encode(" + sql + ")", SqlType.BINARY);
      case "BASE64" -> Expr.of("from_base64(" + sql + ")", SqlType.BINARY);
      default -> throw new UnsupportedSql("TO_BINARY with format " + format);
    };
  }
}
