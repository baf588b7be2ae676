package dev.freshet.cli.roles;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What roles may do with one object.
 *
 * @param kind as SHOW GRANTS has it, for instance {@code TABLE}
 * @param name below the schema of the deployment; for other kinds see {@link Names}
 * @param rights privileges by role, those that a role inherits not among them
 */
record Entitlement(String kind, String name, Map<Role, Set<String>> rights) {

  /** Nobody may do anything, until {@link #may} says so. */
  static Entitlement on(String kind, String name) {
    return new Entitlement(kind, name, Map.of());
  }

  /** The same, and a role may do more. */
  Entitlement may(Role role, String... privileges) {
    Map<Role, Set<String>> more = new EnumMap<>(Role.class);
    more.putAll(rights);
    more.merge(
        role,
        new TreeSet<>(List.of(privileges)),
        (a, b) -> {
          Set<String> both = new TreeSet<>(a);
          both.addAll(b);
          return both;
        });
    return new Entitlement(kind, name, more);
  }

  /** The same, and some roles may do one thing more. */
  Entitlement all(String privilege, Role... roles) {
    Entitlement more = this;
    for (Role role : roles) {
      more = more.may(role, privilege);
    }
    return more;
  }

  Set<String> of(Role role) {
    return rights.getOrDefault(role, Set.of());
  }
}
