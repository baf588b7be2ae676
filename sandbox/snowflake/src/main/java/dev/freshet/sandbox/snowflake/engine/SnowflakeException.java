package dev.freshet.sandbox.snowflake.engine;

/** An error as Snowflake reports it to a driver: six-digit code, SQL state, message. */
public final class SnowflakeException extends RuntimeException {

  private final String code;
  private final String sqlState;

  public SnowflakeException(String code, String sqlState, String message) {
    super(message);
    this.code = code;
    this.sqlState = sqlState;
  }

  public SnowflakeException(String code, String sqlState, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.sqlState = sqlState;
  }

  public String code() {
    return code;
  }

  public String sqlState() {
    return sqlState;
  }

  /** 002003: the object is not there, or not for this role. */
  public static SnowflakeException missing(String kind, Object name) {
    return new SnowflakeException(
        "002003",
        "02000",
        "SQL compilation error:\n" + kind + " '" + name + "' does not exist or not authorized.");
  }

  /** 002043: what a statement is about is not there, or not of the right kind. */
  public static SnowflakeException notPerformed() {
    return new SnowflakeException(
        "002043",
        "02000",
        "SQL compilation error:\nObject does not exist, or operation cannot be performed.");
  }

  /** 002002: an object of this name is there already. */
  public static SnowflakeException exists(Object name) {
    return new SnowflakeException(
        "002002", "42710", "SQL compilation error:\nObject '" + name + "' already exists.");
  }

  /** 002140 and the like: a statement that compiles to nothing Snowflake could run. */
  public static SnowflakeException compilation(String code, String message) {
    return new SnowflakeException(code, "42601", "SQL compilation error:\n" + message);
  }

  /** 000002: Snowflake, or the sandbox, does not support this. */
  public static SnowflakeException unsupported(String message) {
    return new SnowflakeException("000002", "0A000", message);
  }
}
