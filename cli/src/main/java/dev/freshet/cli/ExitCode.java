package dev.freshet.cli;

/** What a command's exit code says. */
public final class ExitCode {
  public static final int OK = 0;

  /** A check failed. */
  public static final int CHECK_FAILED = 1;

  /** Wrong usage or configuration, or something needed is out of reach. */
  public static final int USAGE = 2;

  /** Data that contradict each other. */
  public static final int CONTRADICTION = 3;

  private ExitCode() {}
}
