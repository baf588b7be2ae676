package dev.freshet.procs.lifecycle;

/** What was asked cannot be done in the state the contract is in; the message says what can. */
public final class LifecycleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LifecycleException(String message) {
    super(message);
  }
}
