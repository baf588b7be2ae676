package dev.freshet.bridge.publish;

/** A publication that could not be opened now; trying again is right. */
public final class PublicationUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PublicationUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
