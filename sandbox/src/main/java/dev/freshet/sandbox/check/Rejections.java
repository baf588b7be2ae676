package dev.freshet.sandbox.check;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Rule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many keys broke which rule.
 *
 * @param byRule by the rule's word; a row without key counts as one
 */
public record Rejections(Map<String, Long> byRule) {
  public Rejections {
    byRule = Map.copyOf(byRule);
  }

  /** What the export's table of rejections says. */
  static Rejections read(Connection connection, String table, ContractId contract)
      throws SQLException {
    // A key that is rejected in run after run (its table was loaded again) is one key.
    String sql =
        "SELECT RULE, COUNT(DISTINCT COALESCE(KEY_TEXT, ROW_ID)) FROM "
            + table
            + " WHERE CONTRACT = ? GROUP BY RULE";
    Map<String, Long> found = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, contract.toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return new Rejections(found);
  }

  /** What there must be. */
  static Rejections expected(List<SetAside> setAside) {
    return new Rejections(
        setAside.stream()
            .map(SetAside::rule)
            .collect(Collectors.groupingBy(Rule::word, Collectors.counting())));
  }

  /** Keys that broke any rule. */
  public long total() {
    return byRule.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Notes every rule of which the two tell different counts. */
  void compare(Rejections found, Problems problems) {
    for (Rule rule : Rule.values()) {
      long wanted = byRule.getOrDefault(rule.word(), 0L);
      long there = found.byRule.getOrDefault(rule.word(), 0L);
      if (wanted != there) {
        problems.add(
            "rules that set aside other rows than they should",
            rule.word() + " (" + there + " instead of " + wanted + ")");
      }
    }
  }

  @Override
  public String toString() {
    return new TreeMap<>(byRule)
        .entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
  }
}
