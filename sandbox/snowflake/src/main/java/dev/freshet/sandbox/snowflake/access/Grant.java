package dev.freshet.sandbox.snowflake.access;

import java.time.Instant;
import java.util.Set;

/**
 * A privilege on an object, granted to a role.
 *
 * @param privilege as {@code CREATE TABLE}, or USAGE for a role granted to another
 * @param on the kind of object, as {@code TABLE}, {@code FUTURE TABLES IN SCHEMA} or {@code ROLE}
 * @param name the object's full name; empty for the account
 * @param toKind ROLE or USER
 */
public record Grant(
    String privilege,
    String on,
    String name,
    String toKind,
    String to,
    boolean grantOption,
    Instant createdOn) {

  /** Whether it is the same grant, whenever and however it was given. */
  boolean sameAs(Grant other) {
    return privilege.equals(other.privilege)
        && on.equals(other.on)
        && name.equals(other.name)
        && toKind.equals(other.toKind)
        && to.equals(other.to);
  }

  boolean is(Securable object) {
    return on.equals(object.kind()) && name.equals(object.name());
  }

  boolean isTo(Set<String> roles) {
    return toKind.equals("ROLE") && roles.contains(to);
  }

  /** Whether it gives a privilege: as such, as ALL, or with OWNERSHIP. */
  boolean gives(String wanted) {
    boolean all = privilege.equals("ALL") && !wanted.equals(Roles.OWNERSHIP);
    return privilege.equals(wanted) || privilege.equals(Roles.OWNERSHIP) || all;
  }

  /** The same grant on something else. */
  Grant on(Securable object) {
    return new Grant(
        privilege, object.kind(), object.name(), toKind, to, grantOption, createdOn);
  }
}
