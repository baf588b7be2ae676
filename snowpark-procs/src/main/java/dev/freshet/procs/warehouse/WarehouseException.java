package dev.freshet.procs.warehouse;

import java.sql.SQLException;

/** Snowflake refused a statement. */
public final class WarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A lock that another transaction holds was not waited for (LOCK_TIMEOUT = 0). */
  private static final int LOCK_TIMEOUT = 625;

  /** The time asked for is beyond Time Travel. */
  private static final int BEYOND_TIME_TRAVEL = 707;

  private static final int SHOWN = 160;

  private final int code;

  private WarehouseException(String message, Throwable cause, int code) {
    super(message, cause);
    this.code = code;
  }

  /** Names the statement by its beginning; a statement's text holds no row's values there. */
  public static WarehouseException of(String sql, Throwable cause) {
    String head = sql.strip().replaceAll("\\s+", " ");
    String shown = head.length() > SHOWN ? head.substring(0, SHOWN) + " …" : head;
    return new WarehouseException(
        "Snowflake refused: " + shown + ": " + cause.getMessage(), cause, code(cause));
  }

  /** Snowflake's error code; 0 if there is none. */
  public int code() {
    return code;
  }

  /** Whether somebody else's lock was the reason. */
  public boolean lockRefused() {
    return code == LOCK_TIMEOUT;
  }

  /** Whether the time asked for was the reason (user-guide/data-time-travel). */
  public boolean beyondTimeTravel() {
    return code == BEYOND_TIME_TRAVEL;
  }

  /** Snowflake's error code; 0 if there is none. */
  private static int code(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) {
        return e.getErrorCode();
      }
    }
    return 0;
  }
}
