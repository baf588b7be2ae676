package dev.freshet.bridge.registry;

/** The registry will not have it; waiting does not cure that. Says what to do. */
public final class RegistryRefusedException extends RegistryException {
  private static final long serialVersionUID = 1L;

  public RegistryRefusedException(String message) {
    super(message, null);
  }

  public RegistryRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
