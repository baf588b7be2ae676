package dev.freshet.bridge.registry;

/** The registry did not do what was asked, now; trying again is right. */
public final class RegistryUnavailableException extends RegistryException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message) {
    super(message, null);
  }

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
