package dev.freshet.sandbox;

/** A reason why the sandbox cannot go on, in words for the person at the terminal. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SandboxException(String message) {
    super(message);
  }

  public SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
