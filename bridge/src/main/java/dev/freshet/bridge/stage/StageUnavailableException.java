package dev.freshet.bridge.stage;

/** The stage did not do what was asked, now; trying again is right. */
public final class StageUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
