package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The roles of an account and all grants. Thread-safe. */
public final class Roles {

  private static final List<String> BUILT_IN =
      List.of("ACCOUNTADMIN", "ORGADMIN", "PUBLIC", "SECURITYADMIN", "SYSADMIN", "USERADMIN");

  /** A role. */
  record Role(String name, String comment, Instant createdOn) {}

  private final Map<String, Role> byName = new TreeMap<>();
  private final List<Grant> grants = new ArrayList<>();

  private Roles(Instant now) {
    BUILT_IN.forEach(name -> byName.put(name, new Role(name, "", now)));
  }

  /** The account's roles, with the statements about them. */
  public static Roles register(Engine engine) {
    Roles roles = new Roles(engine.clock().instant());
    engine.extensions().statement(new RoleStatements(roles));
    engine.extensions().statement(new GrantStatements(roles));
    engine.extensions().statement(new ShowGrants(roles));
    engine.extensions().statement(new ShowRoles(roles));
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

  /** Everything granted, in the order it was. */
  public synchronized List<Grant> grants() {
    return List.copyOf(grants);
  }
}
