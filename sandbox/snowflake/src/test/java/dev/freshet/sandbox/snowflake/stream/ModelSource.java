package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.stream.StreamModel.Image;
import dev.freshet.sandbox.snowflake.stream.StreamModel.State;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the streams of a random walk are on: in SQL, and as a function of the state of the tables t
 * and u. Each row has an id that no other row of its source ever has.
 */
enum ModelSource {
  TABLE("TABLE t", "", state -> state.of("t")),

  FILTERED(
      "VIEW filtered",
      "CREATE VIEW filtered AS SELECT id, v FROM t WHERE LENGTH(v) > 3",
      ModelSource::longer),

  JOINED(
      "VIEW joined",
      """
      CREATE VIEW joined AS SELECT t.id * 10000 + u.id AS id, t.v || u.v AS v
      FROM t JOIN u ON MOD(t.id, 3) = MOD(u.id, 3)""",
      ModelSource::joined),

  UNITED(
      "VIEW united",
      """
      CREATE VIEW united AS SELECT id, v FROM t UNION ALL SELECT 1000000 + id, v FROM u
      UNION ALL SELECT 2000000 + id, UPPER(v) FROM t WHERE MOD(id, 2) = 0""",
      ModelSource::united),

  /** Over two other views; most updates cannot be seen in it. */
  NESTED(
      "VIEW nested",
      """
      CREATE VIEW nested AS SELECT f.id * 10000000 + j.id AS id, LEFT(j.v, 2) AS v
      FROM filtered f CROSS JOIN (SELECT * FROM joined WHERE MOD(id, 2) = 1) j
      WHERE MOD(f.id, 4) = 0""",
      ModelSource::nested),

  /** A row that left it does not come back: it would be another row then. */
  DYNAMIC(
      "DYNAMIC TABLE d",
      """
      CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL
      AS SELECT id, LEFT(v, 3) AS v FROM t WHERE MOD(id, 3) > 0""",
      state -> state.of("d"));

  private final String sql;
  private final String definition;
  private final Function<State, Map<Integer, Image>> rows;

  ModelSource(String sql, String definition, Function<State, Map<Integer, Image>> rows) {
    this.sql = sql;
    this.definition = definition;
    this.rows = rows;
  }

  /** As CREATE STREAM … ON names it. */
  String sql() {
    return sql;
  }

  /** The statement that creates it; empty for a table. */
  String definition() {
    return definition;
  }

  boolean takesAppendOnly() {
    return this != DYNAMIC;
  }

  Map<Integer, Image> rows(State state) {
    return rows.apply(state);
  }

  /** Rows of a view are known by their values: how often tables wrote them is not seen. */
  private static Image seen(String value) {
    return new Image(value, 0);
  }

  /** What the dynamic table would hold if it were refreshed. */
  static Map<Integer, Image> refreshed(State state) {
    Map<Integer, Image> rows = new TreeMap<>();
    state
        .of("t")
        .forEach(
            (id, row) -> {
              if (id % 3 > 0) {
                rows.put(id, seen(row.value().substring(0, Math.min(3, row.value().length()))));
              }
            });
    return rows;
  }

  private static Map<Integer, Image> longer(State state) {
    Map<Integer, Image> rows = new TreeMap<>();
    state
        .of("t")
        .forEach(
            (id, row) -> {
              if (row.value().length() > 3) {
                rows.put(id, seen(row.value()));
              }
            });
    return rows;
  }

  private static Map<Integer, Image> joined(State state) {
    Map<Integer, Image> rows = new TreeMap<>();
    for (var t : state.of("t").entrySet()) {
      for (var u : state.of("u").entrySet()) {
        if (t.getKey() % 3 == u.getKey() % 3) {
          String value = t.getValue().value() + u.getValue().value();
          rows.put(t.getKey() * 10_000 + u.getKey(), seen(value));
        }
      }
    }
    return rows;
  }

  private static Map<Integer, Image> united(State state) {
    Map<Integer, Image> rows = new TreeMap<>();
    state
        .of("t")
        .forEach(
            (id, row) -> {
              rows.put(id, seen(row.value()));
              if (id % 2 == 0) {
                rows.put(2_000_000 + id, seen(row.value().toUpperCase(Locale.ROOT)));
              }
            });
    state.of("u").forEach((id, row) -> rows.put(1_000_000 + id, seen(row.value())));
    return rows;
  }

  private static Map<Integer, Image> nested(State state) {
    Map<Integer, Image> rows = new TreeMap<>();
    for (int f : longer(state).keySet()) {
      joined(state)
          .forEach(
              (id, row) -> {
                if (id % 2 == 1 && f % 4 == 0) {
                  rows.put(f * 10_000_000 + id, seen(row.value().substring(0, 2)));
                }
              });
    }
    return rows;
  }
}
