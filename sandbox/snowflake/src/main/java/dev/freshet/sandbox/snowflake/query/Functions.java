package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The functions the sandbox knows. Each is written out here or in the class of its family; a
 * function that is not is refused, even if DuckDB has one of that name: it may mean something else.
 */
final class Functions {

  private static final Map<String, Rule> RULES = new HashMap<>();

  static {
    Text.register(RULES);
    Numbers.register(RULES);
    Times.register(RULES);
    Conditionals.register(RULES);
    Aggregates.register(RULES);
    Json.register(RULES);
    Casts.register(RULES);
  }

  private Functions() {}

  /** How a call of one function is translated. */
  interface Rule {
    Expr apply(Call call);
  }

  static Rule find(String name) {
    Rule rule = RULES.get(name);
    if (rule == null) {
      throw unknown(name);
    }
    return rule;
  }

  static SnowflakeException unknown(String name) {
    return new SnowflakeException(
        "002140",
        "42601",
        "SQL compilation error:\nUnknown function "
            + name
            + ". If Snowflake has it, the sandbox's embedded Snowflake does not support it yet:"
            + " docs/sandbox.md lists what it supports.");
  }

  /** The names of all known functions, for the documentation's test. */
  static Set<String> names() {
    return new TreeSet<>(RULES.keySet());
  }

  /** A scalar function with a fixed number of arguments. */
  static Rule scalar(int least, int most, Function<Call, Expr> body) {
    return call -> {
      call.requireScalar();
      call.requireCount(least, most);
      return body.apply(call);
    };
  }

  /** A scalar function DuckDB has with the same meaning. */
  static Rule same(int least, int most, String duckName) {
    return scalar(least, most, call -> call.scalar(duckName));
  }
}
