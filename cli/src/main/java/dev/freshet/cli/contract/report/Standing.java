package dev.freshet.cli.contract.report;

import dev.freshet.cli.command.Exit;

/** How a file stands; the worst of all files is what the command exits with. */
public enum Standing {
  /** A sound contract, whose declared version suffices for what changed. */
  PASSES(Exit.OK),

  /** Not sound, or its version does not suffice. */
  FAILS(Exit.FAILED),

  /** Could not be read, or not be compared: no answer. */
  UNREADABLE(Exit.USAGE);

  private final int exitCode;

  Standing(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
