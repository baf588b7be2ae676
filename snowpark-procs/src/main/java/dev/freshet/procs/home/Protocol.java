package dev.freshet.procs.home;

/** The version of the export protocol that these procedures speak; HEAD names it. */
public final class Protocol {
  public static final int VERSION = 1;

  private Protocol() {}
}
