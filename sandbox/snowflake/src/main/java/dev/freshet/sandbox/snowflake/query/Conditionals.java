package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** CASE and the functions that choose among their arguments. */
final class Conditionals {

  private static final Expr NULL = new Expr("NULL", Form.NULL, Optional.empty());

  private Conditionals() {}

  static void register(Map<String, Rule> rules) {
    rules.put("COALESCE", scalar(1, 99, Conditionals::coalesce));
    rules.put("NVL", scalar(2, 2, Conditionals::coalesce));
    rules.put("IFNULL", scalar(2, 2, Conditionals::coalesce));
    rules.put("NVL2", scalar(3, 3, Conditionals::nvl2));
    rules.put("IFF", scalar(3, 3, Conditionals::iff));
    rules.put("NULLIF", scalar(2, 2, Conditionals::nullIf));
    rules.put(
        "ZEROIFNULL", scalar(1, 1, call -> Expr.of("coalesce(" + call.argument(0).sql() + ", 0)")));
    rules.put(
        "NULLIFZERO", scalar(1, 1, call -> Expr.of("nullif(" + call.argument(0).sql() + ", 0)")));
    rules.put("EQUAL_NULL", scalar(2, 2, Conditionals::equalNull));
    rules.put("DECODE", scalar(3, 99, Conditionals::decode));
    rules.put("GREATEST", scalar(1, 99, call -> extreme("greatest", call)));
    rules.put("LEAST", scalar(1, 99, call -> extreme("least", call)));
  }

  /** CASE: one condition less than values, the last of which is that of ELSE. */
  static Expr cases(Scope scope, List<String> conditions, List<Expr> values) {
    List<Expr> unified = Numbers.unify(scope, values);
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" WHEN ").append(conditions.get(i)).append(" THEN ").append(unified.get(i).sql());
    }
    sql.append(" ELSE ").append(unified.get(conditions.size()).sql()).append(" END");
    return Expr.of("(" + sql + ")");
  }

  private static Expr coalesce(Call call) {
    return Expr.of("coalesce(" + Call.list(Numbers.unify(call.scope(), call.arguments())) + ")");
  }

  private static Expr nvl2(Call call) {
    String condition = call.argument(0).sql() + " IS NOT NULL";
    return cases(call.scope(), List.of(condition), call.arguments().subList(1, 3));
  }

  private static Expr iff(Call call) {
    return cases(call.scope(), List.of(call.argument(0).sql()), call.arguments().subList(1, 3));
  }

  private static Expr equalNull(Call call) {
    return Comparisons.distinct(call.scope(), call.argument(0), "NOT ", call.argument(1));
  }

  private static Expr nullIf(Call call) {
    List<Expr> both = Moments.unify(call.scope(), call.arguments());
    return Expr.of("nullif(" + Call.list(both) + ")");
  }

  private static Expr decode(Call call) {
    List<String> conditions = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    int i = 1;
    for (; i + 1 < call.count(); i += 2) {
      conditions.add(
          Comparisons.distinct(call.scope(), call.argument(0), "NOT ", call.argument(i)).sql());
      values.add(call.argument(i + 1));
    }
    values.add(i < call.count() ? call.argument(i) : NULL);
    return cases(call.scope(), conditions, values);
  }

  /** NULL if any argument is; DuckDB would pass over it. */
  private static Expr extreme(String duckName, Call call) {
    List<Expr> arguments = Numbers.unify(call.scope(), call.arguments());
    String anyNull =
        arguments.stream().map(a -> a.sql() + " IS NULL").collect(Collectors.joining(" OR "));
    return Expr.of(
        "CASE WHEN "
            + anyNull
            + " THEN NULL ELSE "
            + duckName
            + "("
            + Call.list(arguments)
            + ") END");
  }
}
