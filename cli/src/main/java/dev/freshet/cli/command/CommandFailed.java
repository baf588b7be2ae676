package dev.freshet.cli.command;

/** A command that cannot go on, with a message for people and the code to exit with. */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailed(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private CommandFailed(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public static CommandFailed failed(String message, Throwable cause) {
    return new CommandFailed(Exit.FAILED, message, cause);
  }

  public static CommandFailed failed(String message) {
    return new CommandFailed(Exit.FAILED, message);
  }

  public static CommandFailed usage(String message) {
    return new CommandFailed(Exit.USAGE, message);
  }

  public static CommandFailed usage(String message, Throwable cause) {
    return new CommandFailed(Exit.USAGE, message, cause);
  }

  public static CommandFailed contradiction(String message, Throwable cause) {
    return new CommandFailed(Exit.CONTRADICTION, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
