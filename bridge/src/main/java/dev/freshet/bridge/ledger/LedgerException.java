package dev.freshet.bridge.ledger;

/** A ledger that is not there, is another one, or says what it cannot say: data to be looked at. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerException(String message) {
    super(message);
  }

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
