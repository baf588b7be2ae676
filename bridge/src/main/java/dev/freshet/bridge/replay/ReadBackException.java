package dev.freshet.bridge.replay;

/** What a consumer reads is not what was published, or may not be read. */
public final class ReadBackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReadBackException(String message) {
    super(message);
  }

  public ReadBackException(String message, Throwable cause) {
    super(message, cause);
  }
}
