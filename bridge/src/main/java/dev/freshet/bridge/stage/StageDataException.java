package dev.freshet.bridge.stage;

/** An object of the stage that is missing or wrong in a way that waiting does not cure. */
public final class StageDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StageDataException(String message) {
    super(message);
  }

  public StageDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
