package dev.freshet.cli;

/** A command cannot do its work: usage or configuration (exit code 2). In words for its user. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }

  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
