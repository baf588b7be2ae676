package dev.freshet.cli.command;

/** What the process answers to whoever called it. */
public final class Exit {
  public static final int OK = 0;

  /** A check failed, or what was asked could not be done. */
  public static final int FAILED = 1;

  /** The command line or the configuration is wrong. */
  public static final int USAGE = 2;

  /** Data contradicts itself: a digest, a sequence, two owners. Never retried. */
  public static final int CONTRADICTION = 3;

  private Exit() {}
}
