package dev.freshet.bridge.registry;

import org.jspecify.annotations.Nullable;

/** The registry gave no answer that one can go on with. */
public abstract sealed class RegistryException extends RuntimeException
    permits RegistryRefusedException, RegistryUnavailableException {
  private static final long serialVersionUID = 1L;

  RegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
