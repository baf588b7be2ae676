package dev.freshet.sandbox.snowflake.access;

import java.time.Instant;

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
}
