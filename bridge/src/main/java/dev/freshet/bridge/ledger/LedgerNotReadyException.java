package dev.freshet.bridge.ledger;

/** A ledger that could not be read to its end now; trying again is right. */
public final class LedgerNotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerNotReadyException(String message) {
    super(message);
  }

  public LedgerNotReadyException(String message, Throwable cause) {
    super(message, cause);
  }
}
