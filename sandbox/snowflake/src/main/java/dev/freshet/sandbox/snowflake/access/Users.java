package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.AccessControl;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Users made by CREATE USER, who may take only roles granted to them. Anybody else who logs in is
 * an administrator of the sandbox, and may take any role. Thread-safe.
 */
final class Users {

  private final Roles roles;
  private final Map<String, String> defaultRoles = new ConcurrentHashMap<>();

  Users(Roles roles) {
    this.roles = roles;
  }

  boolean has(String user) {
    return defaultRoles.containsKey(user);
  }

  /**
   * @param defaultRole empty for PUBLIC
   */
  void put(String user, String defaultRole) {
    defaultRoles.put(user, defaultRole);
  }

  void remove(String user) {
    defaultRoles.remove(user);
    roles.forget(grant -> grant.toKind().equals("USER") && grant.to().equals(user));
  }

  /** 003013 unless the user may take the role. */
  void requireRole(String user, String role) {
    if (roles.has(role) && !mayTake(user, role)) {
      throw new SnowflakeException(
          "003013",
          "42501",
          "SQL access control error:\nRequested role '"
              + role
              + "' is not assigned to the executing user. Specify another role to activate.");
    }
  }

  String loginRole(String user, String wanted) {
    if (!has(user)) {
      return wanted.isEmpty() ? AccessControl.ADMINISTRATOR : wanted;
    }
    if (!wanted.isEmpty() && !mayTake(user, wanted)) {
      throw new SnowflakeException(
          "390189",
          "08001",
          "Role '"
              + wanted
              + "' specified in the connect string does not exist or not authorized. Contact your"
              + " local system administrator, or attempt to login with another role, e.g. PUBLIC.");
    }
    String defaultRole = defaultRoles.getOrDefault(user, "");
    String role = wanted.isEmpty() ? defaultRole : wanted;
    return role.isEmpty() || !mayTake(user, role) ? Roles.PUBLIC : role;
  }

  private boolean mayTake(String user, String role) {
    return !has(user) || role.equals(Roles.PUBLIC) || rolesOf(user).contains(role);
  }

  /** The roles granted to a user and those they inherit; of ACCOUNTADMIN, all. */
  private Set<String> rolesOf(String user) {
    Set<String> all =
        roles
            .grantedRoles("USER", user)
            .flatMap(role -> roles.inheritedBy(role).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (all.contains(AccessControl.ADMINISTRATOR)) {
      roles.all().forEach(role -> all.add(role.name()));
    }
    return all;
  }
}
