package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.AccessControl;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The roles of an account and all grants. A role has what is granted to it and to the roles granted
 * to it; ACCOUNTADMIN has everything. Thread-safe. Source:
 * user-guide/security-access-control-overview.
 */
public final class Roles {

  static final String PUBLIC = "PUBLIC";
  static final String OWNERSHIP = "OWNERSHIP";

  private static final List<String> BUILT_IN =
      List.of("ACCOUNTADMIN", "ORGADMIN", PUBLIC, "SECURITYADMIN", "SYSADMIN", "USERADMIN");

  /** What the built-in roles have from the start: on the account, or of another role. */
  private static final Map<String, Set<String>> BUILT_IN_PRIVILEGES =
      Map.of(
          "SYSADMIN", Set.of("CREATE DATABASE", "CREATE WAREHOUSE"),
          "USERADMIN", Set.of("CREATE USER", "CREATE ROLE"),
          "SECURITYADMIN", Set.of("MANAGE GRANTS"));

  /** A role. */
  record Role(String name, String comment, Instant createdOn) {}

  private final Map<String, Role> byName = new TreeMap<>();
  private final List<Grant> grants = new ArrayList<>();

  private Roles(Instant now) {
    BUILT_IN.forEach(name -> byName.put(name, new Role(name, "", now)));
  }

  /** The account's roles, with the statements about them, and the check of every statement. */
  public static Roles register(Engine engine) {
    Roles roles = new Roles(engine.clock().instant());
    Users users = new Users(roles);
    engine.extensions().statement(new RoleStatements(roles));
    engine.extensions().statement(new UserStatements(users));
    engine.extensions().statement(new GrantStatements(roles));
    engine.extensions().statement(new ShowGrants(roles));
    engine.extensions().statement(new ShowRoles(roles));
    engine.guard(new Authority(engine, roles, users));
    return roles;
  }

  public synchronized boolean has(String name) {
    return byName.containsKey(name);
  }

  synchronized void require(String name) {
    if (!has(name)) {
      throw SnowflakeException.missing("Role", name);
    }
  }

  synchronized void put(Role role) {
    byName.put(role.name(), role);
  }

  /** Drops a role, and what was granted to it. */
  synchronized void remove(String name) {
    require(name);
    if (BUILT_IN.contains(name)) {
      throw SnowflakeException.notPerformed();
    }
    byName.remove(name);
    grants.removeIf(grant -> grant.to().equals(name) && grant.toKind().equals("ROLE"));
    grants.removeIf(grant -> grant.is(Securable.role(name)));
  }

  synchronized List<Role> all() {
    return List.copyOf(byName.values());
  }

  synchronized void grant(Grant grant) {
    revoke(grant);
    grants.add(grant);
  }

  /** Takes a grant back. Does nothing if it was never given, as Snowflake. */
  synchronized void revoke(Grant grant) {
    grants.removeIf(grant::sameAs);
  }

  /** Forgets grants, such as those on an object that was dropped. */
  synchronized void forget(Predicate<Grant> unwanted) {
    grants.removeIf(unwanted);
  }

  /** Puts other grants in the place of some. */
  synchronized void replace(Predicate<Grant> wanted, java.util.function.UnaryOperator<Grant> by) {
    grants.replaceAll(grant -> wanted.test(grant) ? by.apply(grant) : grant);
  }

  /** Everything granted, in the order it was. */
  public synchronized List<Grant> grants() {
    return List.copyOf(grants);
  }

  /** A role and all it inherits, PUBLIC among them. */
  synchronized Set<String> inheritedBy(String role) {
    Set<String> found = new TreeSet<>(Set.of(PUBLIC));
    Deque<String> open = new ArrayDeque<>(List.of(role));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next) || next.equals(role)) {
        grantedRoles("ROLE", next).filter(r -> !found.contains(r)).forEach(open::push);
      }
    }
    return found;
  }

  /** The roles granted to a role or user. */
  synchronized java.util.stream.Stream<String> grantedRoles(String kind, String name) {
    List<String> builtIn =
        kind.equals("ROLE") && name.equals("SECURITYADMIN") ? List.of("USERADMIN") : List.of();
    List<String> granted =
        grants.stream()
            .filter(g -> g.on().equals("ROLE") && !g.privilege().equals(OWNERSHIP))
            .filter(g -> g.toKind().equals(kind) && g.to().equals(name))
            .map(Grant::name)
            .toList();
    return java.util.stream.Stream.concat(builtIn.stream(), granted.stream());
  }

  /** Whether a role has a privilege, granted to it or inherited, or owns what it is on. */
  synchronized boolean holds(String role, String privilege, Securable on) {
    Set<String> roles = inheritedBy(role);
    return roles.contains(AccessControl.ADMINISTRATOR)
        || (on.equals(Securable.ACCOUNT) && hasBuiltIn(roles, privilege))
        || grants.stream().anyMatch(g -> g.isTo(roles) && g.is(on) && g.gives(privilege));
  }

  /** Whether a role has any privilege on something: then it may know of it. */
  synchronized boolean knows(String role, Securable on) {
    Set<String> roles = inheritedBy(role);
    return roles.contains(AccessControl.ADMINISTRATOR)
        || grants.stream().anyMatch(g -> g.isTo(roles) && g.is(on));
  }

  /** Whether a role may grant a privilege on. */
  synchronized boolean mayGrant(String role, String privilege, Securable on) {
    Set<String> roles = inheritedBy(role);
    return holds(role, "MANAGE GRANTS", Securable.ACCOUNT)
        || grants.stream()
            .filter(g -> g.isTo(roles) && g.is(on))
            .anyMatch(
                g ->
                    g.privilege().equals(OWNERSHIP)
                        || (g.grantOption() && g.gives(privilege)));
  }

  synchronized Optional<String> ownerOf(Securable object) {
    return grants.stream()
        .filter(g -> g.is(object) && g.privilege().equals(OWNERSHIP))
        .map(Grant::to)
        .findFirst();
  }

  private static boolean hasBuiltIn(Set<String> roles, String privilege) {
    return roles.stream()
        .anyMatch(role -> BUILT_IN_PRIVILEGES.getOrDefault(role, Set.of()).contains(privilege));
  }
}
