package dev.freshet.contract.replay;

/** An object of a replay that cannot be read, or that asks for what is not known here. */
public final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReplayException(String message) {
    super(message);
  }

  public ReplayException(String message, Throwable cause) {
    super(message, cause);
  }
}
