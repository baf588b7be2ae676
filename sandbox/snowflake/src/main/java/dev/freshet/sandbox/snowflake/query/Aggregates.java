package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Aggregate and window functions. */
final class Aggregates {

  private static final Set<String> WHOLE_FRAME = Set.of("FIRST_VALUE", "LAST_VALUE", "NTH_VALUE");
  private static final Set<String> NAMES = Set.copyOf(rules().keySet());

  private Aggregates() {}

  static void register(Map<String, Rule> all) {
    all.putAll(rules());
  }

  /** Whether a function is an aggregate or window function. */
  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    rules.put("COUNT", Aggregates::count);
    rules.put("COUNT_IF", aggregate(1, 1, "count_if"));
    rules.put("COUNTIF", aggregate(1, 1, "count_if"));
    rules.put("SUM", aggregate(1, 1, "sum"));
    rules.put("MIN", aggregate(1, 1, "min"));
    rules.put("MAX", aggregate(1, 1, "max"));
    rules.put("AVG", Aggregates::average);
    rules.put("ANY_VALUE", aggregate(1, 1, "any_value"));
    rules.put("MIN_BY", aggregate(2, 2, "arg_min_null"));
    rules.put("MAX_BY", aggregate(2, 2, "arg_max_null"));
    rules.put("BOOLAND_AGG", aggregate(1, 1, "bool_and"));
    rules.put("BOOLOR_AGG", aggregate(1, 1, "bool_or"));
    rules.put("LISTAGG", Aggregates::listagg);
    rules.put("ARRAY_AGG", Aggregates::arrayAgg);
    for (String ranking : Set.of("ROW_NUMBER", "RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST")) {
      rules.put(ranking, window(0, 0, ranking.toLowerCase(java.util.Locale.ROOT)));
    }
    rules.put("NTILE", window(1, 1, "ntile"));
    rules.put("LAG", window(1, 3, "lag"));
    rules.put("LEAD", window(1, 3, "lead"));
    rules.put("FIRST_VALUE", window(1, 1, "first_value"));
    rules.put("LAST_VALUE", window(1, 1, "last_value"));
    rules.put("NTH_VALUE", window(2, 2, "nth_value"));
    return rules;
  }

  /**
   * The frame of a window function that has none written: for these Snowflake takes the whole
   * partition. Source: sql-reference/functions/first_value.
   */
  static String wholeFrame(String function) {
    return WHOLE_FRAME.contains(function)
        ? "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
        : "";
  }

  private static Rule aggregate(int least, int most, String duckName) {
    return call -> {
      call.requireCount(least, most);
      return call.aggregate(duckName);
    };
  }

  private static Rule window(int least, int most, String duckName) {
    return call -> {
      call.requireCount(least, most);
      if (call.over().isEmpty()) {
        throw new UnsupportedSql(call.name() + " without OVER");
      }
      return call.aggregate(duckName);
    };
  }

  private static Expr count(Call call) {
    if (call.distinct() && call.count() > 1) {
      throw new UnsupportedSql("COUNT(DISTINCT …) of several columns");
    }
    call.requireCount(call.star() ? 0 : 1, 1);
    return call.aggregate("count");
  }

  private static Expr average(Call call) {
    call.requireCount(1, 1);
    SqlType type = call.typeOf(0);
    if (type.family() == Family.FLOAT) {
      return call.aggregate("avg");
    }
    if (type.family() != Family.NUMBER) {
      throw new UnsupportedSql("AVG of " + type.family() + " (cast it first)");
    }
    String count = "nullif(" + call.aggregate("count").sql() + ", 0)";
    return Numbers.exact(call.aggregate("sum").sql(), count, Numbers.quotientScale(type.scale()));
  }

  private static Expr listagg(Call call) {
    call.requireCount(1, 2);
    String separator = call.count() < 2 ? "''" : call.argument(1).sql();
    String list =
        call.aggregate(
                "string_agg", Casts.toText(call.scope(), call.argument(0)) + ", " + separator)
            .sql();
    return Expr.of("coalesce(" + list + ", '')", SqlType.TEXT);
  }

  /** NULLs are left out, as Snowflake does. */
  private static Expr arrayAgg(Call call) {
    call.requireCount(1, 1);
    String value = Json.valueText(call.scope(), call.argument(0));
    String joined = call.aggregate("string_agg", value + ", ','").sql();
    return Expr.of(
        "CAST('[' || coalesce(" + joined + ", '') || ']' AS JSON)", SqlType.of(Family.ARRAY));
  }
}
