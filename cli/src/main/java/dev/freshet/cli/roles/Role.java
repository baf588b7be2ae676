package dev.freshet.cli.roles;

import java.util.Locale;

/** A role that a deployment makes. What it is called in an account is the placeholder's value. */
public enum Role {
  OWNER("owns what the deployment makes; procedures and tasks run as it, nobody works with it"),
  OPERATOR("puts versions in force, runs exports, resumes, releases, rolls back, retires"),
  AUTHOR("checks and stages contracts over tables that it may read itself"),
  AUDITOR("reads log, audit and evidence; calls nothing that writes"),
  READER("watches health and lag; calls nothing"),
  PURGER("removes files under data/ and nothing else"),
  AUDIT_OWNER("owns what must not change; granted to nobody");

  private final String duty;

  Role(String duty) {
    this.duty = duty;
  }

  /** What it is there for, in words. */
  public String duty() {
    return duty;
  }

  /** The placeholder of its name, as {@code owner_role}. */
  public String placeholder() {
    return word() + "_role";
  }

  /** Its name in documentation. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether people or machines work with it. */
  boolean acts() {
    return this != OWNER && this != AUDIT_OWNER;
  }
}
