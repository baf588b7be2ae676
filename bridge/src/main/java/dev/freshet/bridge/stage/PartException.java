package dev.freshet.bridge.stage;

/**
 * A part that is not what its manifest and contract say: altered, missing, corrupt or misshapen.
 */
public final class PartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PartException(String message) {
    super(message);
  }

  public PartException(String message, Throwable cause) {
    super(message, cause);
  }
}
