package dev.freshet.bridge.publish;

/** A publication or topic that could not be had now; trying again is right. */
public final class PublicationUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PublicationUnavailableException(String message) {
    super(message);
  }

  public PublicationUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
