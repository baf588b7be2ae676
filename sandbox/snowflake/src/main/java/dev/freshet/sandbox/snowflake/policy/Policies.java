package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which policies are set on which tables. A table that is made anew has none. Source:
 * user-guide/security-column-intro, security-row-intro. Thread-safe.
 */
public final class Policies {
  private final Map<Table, List<PolicyUse>> uses = new ConcurrentHashMap<>();

  private Policies() {}

  /** The account's policies, with the statements about them, applied to whatever is read. */
  public static void register(Engine engine) {
    Policies policies = new Policies();
    for (Policy.Kind kind : Policy.Kind.values()) {
      engine.extensions().statement(new CreatePolicy(kind, policies));
      engine.extensions().statement(new DropPolicy(kind, policies));
    }
    engine.extensions().statement(new AlterTablePolicies(policies));
    engine.extensions().tableFunction("POLICY_REFERENCES", new PolicyReferences(policies));
    engine.extensions().tableReading(new PolicedReading(policies));
  }

  List<PolicyUse> of(Table table) {
    return uses.getOrDefault(table, List.of());
  }

  Optional<PolicyUse> masking(Table table, String column) {
    return of(table).stream().filter(u -> u.masked().equals(Optional.of(column))).findFirst();
  }

  void set(Table table, PolicyUse use) {
    uses.compute(
        table,
        (t, before) -> {
          List<PolicyUse> all = new ArrayList<>(before == null ? List.of() : before);
          all.add(use);
          return List.copyOf(all);
        });
  }

  void unset(Table table, PolicyUse use) {
    uses.computeIfPresent(
        table, (t, before) -> before.stream().filter(u -> !u.equals(use)).toList());
  }

  /** A policy in use can be neither dropped nor replaced. */
  void requireUnused(Policy policy) {
    boolean used =
        uses.entrySet().stream()
            .filter(e -> !e.getKey().isDropped())
            .anyMatch(e -> e.getValue().stream().anyMatch(u -> u.policy().equals(policy)));
    if (used) {
      throw SnowflakeException.compilation(
          "003564",
          "Policy "
              + policy.name()
              + " cannot be dropped/replaced as it is associated with one or more entities.");
    }
  }
}
