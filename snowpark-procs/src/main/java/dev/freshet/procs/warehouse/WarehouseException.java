package dev.freshet.procs.warehouse;

import java.sql.SQLException;

/** Snowflake refused a statement. */
public final class WarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A lock that another transaction holds was not waited for (LOCK_TIMEOUT = 0). */
  private static final int LOCK_TIMEOUT = 625;

  private static final int SHOWN = 160;

  private final boolean lockRefused;

  private WarehouseException(String message, Throwable cause, boolean lockRefused) {
    super(message, cause);
    this.lockRefused = lockRefused;
  }

  /** Names the statement by its beginning; a statement's text holds no row's values there. */
  public static WarehouseException of(String sql, Throwable cause) {
    String head = sql.strip().replaceAll("\\s+", " ");
    String shown = head.length() > SHOWN ? head.substring(0, SHOWN) + " …" : head;
    return new WarehouseException(
        "Snowflake refused: " + shown + ": " + cause.getMessage(), cause, isLockTimeout(cause));
  }

  /** Whether somebody else's lock was the reason. */
  public boolean lockRefused() {
    return lockRefused;
  }

  private static boolean isLockTimeout(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && e.getErrorCode() == LOCK_TIMEOUT) {
        return true;
      }
    }
    return false;
  }
}
