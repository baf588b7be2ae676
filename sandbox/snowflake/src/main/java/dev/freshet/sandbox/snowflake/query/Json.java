package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Semi-structured values: VARIANT, OBJECT and ARRAY are JSON text in DuckDB, keys in order. */
final class Json {

  private static final SqlType OBJECT = SqlType.of(Family.OBJECT);
  private static final SqlType ARRAY = SqlType.of(Family.ARRAY);

  private Json() {}

  static void register(Map<String, Rule> rules) {
    rules.put("PARSE_JSON", scalar(1, 1, call -> parse(call, "sf_json")));
    rules.put("TRY_PARSE_JSON", scalar(1, 1, call -> parse(call, "sf_try_json")));
    rules.put("TO_JSON", scalar(1, 1, Json::toJson));
    rules.put("TO_VARIANT", scalar(1, 1, Json::toVariant));
    rules.put("OBJECT_CONSTRUCT", scalar(0, 400, call -> object(call, false)));
    rules.put("OBJECT_CONSTRUCT_KEEP_NULL", scalar(0, 400, call -> object(call, true)));
    rules.put("ARRAY_CONSTRUCT", scalar(0, 400, Json::array));
    rules.put("ARRAY_SIZE", scalar(1, 1, call -> call.scalar("json_array_length")));
    rules.put("GET", scalar(2, 2, Json::get));
    rules.put("TYPEOF", scalar(1, 1, Json::typeName));
    rules.put("IS_NULL_VALUE", scalar(1, 1, Json::isNullValue));
    rules.put("STRIP_NULL_VALUE", scalar(1, 1, Json::stripNullValue));
  }

  /** One step of a path: a key, quoted. */
  static String step(String key) {
    return ".\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** {@code operand:steps}; the operand must be semi-structured. */
  static Expr path(Scope scope, Expr operand, String steps) {
    SqlType type = scope.typeOf(operand).orElse(SqlType.VARIANT);
    if (!type.isSemiStructured()) {
      throw SnowflakeException.compilation(
          "001044",
          "Invalid argument types for function 'GET': (" + type.snowflake() + ", VARCHAR)");
    }
    return Expr.of(
        "json_extract(" + operand.sql() + ", " + Expr.quote("$" + steps) + ")", SqlType.VARIANT);
  }

  /** A semi-structured value as text: a string without its quotes; JSON null as NULL. */
  static String text(Expr value) {
    return "json_extract_string(" + value.sql() + ", '$')";
  }

  /** The JSON text of any value; NULL stays NULL. */
  static String valueText(Scope scope, Expr value) {
    SqlType type =
        scope
            .typeOf(value)
            .orElseThrow(
                () ->
                    new UnsupportedSql("a VARIANT of a value whose type it cannot tell (cast it)"));
    String sql = value.sql();
    return switch (type.family()) {
      case NUMBER -> "CAST(" + sql + " AS VARCHAR)";
      case BOOLEAN, FLOAT -> "CAST(to_json(" + sql + ") AS VARCHAR)";
      case VARIANT, OBJECT, ARRAY -> "CAST(" + sql + " AS VARCHAR)";
      default -> "CAST(to_json(" + Casts.toText(scope, value) + ") AS VARCHAR)";
    };
  }

  private static Expr parse(Call call, String function) {
    return Expr.of(
        "CAST(" + function + "(" + call.argument(0).sql() + ") AS JSON)", SqlType.VARIANT);
  }

  private static Expr toJson(Call call) {
    return Expr.of("CAST(" + call.argument(0).sql() + " AS VARCHAR)", SqlType.TEXT);
  }

  private static Expr toVariant(Call call) {
    return Casts.cast(call.scope(), call.argument(0), SqlType.VARIANT);
  }

  private static Expr object(Call call, boolean keepNull) {
    if (call.count() % 2 != 0) {
      throw new UnsupportedSql(call.name() + " with a key that has no value");
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < call.count(); i += 2) {
      String value = valueText(call.scope(), call.argument(i + 1));
      String kept = keepNull ? "coalesce(" + value + ", 'null')" : value;
      pairs.add("CAST(to_json(" + call.argument(i).sql() + ") AS VARCHAR) || ':' || " + kept);
    }
    String inside = pairs.isEmpty() ? "''" : "concat_ws(',', " + String.join(", ", pairs) + ")";
    return Expr.of("CAST(sf_json('{' || " + inside + " || '}') AS JSON)", OBJECT);
  }

  private static Expr array(Call call) {
    List<String> values =
        call.arguments().stream()
            .map(value -> "coalesce(" + valueText(call.scope(), value) + ", 'null')")
            .toList();
    String inside = values.isEmpty() ? "''" : "concat_ws(',', " + String.join(", ", values) + ")";
    return Expr.of("CAST('[' || " + inside + " || ']' AS JSON)", ARRAY);
  }

  private static Expr get(Call call) {
    Expr key = call.argument(1);
    String steps = key.isString() ? step(key.stringValue()) : "[" + key.sql() + "]";
    if (!key.isLiteral()) {
      throw new UnsupportedSql("GET with a key that is no literal");
    }
    return path(call.scope(), call.argument(0), steps);
  }

  private static Expr typeName(Call call) {
    String type = "json_type(" + call.argument(0).sql() + ")";
    return Expr.of(
        "CASE "
            + type
            + " WHEN 'UBIGINT' THEN 'INTEGER' WHEN 'BIGINT' THEN 'INTEGER' WHEN 'HUGEINT' THEN 'INTEGER'"
            + " WHEN 'DOUBLE' THEN 'DECIMAL' WHEN 'NULL' THEN 'NULL_VALUE' ELSE "
            + type
            + " END",
        SqlType.TEXT);
  }

  private static Expr isNullValue(Call call) {
    return Expr.of("(json_type(" + call.argument(0).sql() + ") = 'NULL')", SqlType.BOOLEAN);
  }

  private static Expr stripNullValue(Call call) {
    String value = call.argument(0).sql();
    return Expr.of(
        "CASE WHEN json_type(" + value + ") <> 'NULL' THEN " + value + " END", SqlType.VARIANT);
  }
}
