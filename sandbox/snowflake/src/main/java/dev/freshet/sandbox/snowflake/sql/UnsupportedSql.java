package dev.freshet.sandbox.snowflake.sql;

/**
 * Something Snowflake may well accept and this stand-in refuses, because it could only answer with
 * a guess.
 */
public final class UnsupportedSql extends RuntimeException {

  public UnsupportedSql(String what) {
    super(
        "Unsupported feature: the sandbox's embedded Snowflake does not support "
            + what
            + ". docs/sandbox.md lists what it supports.");
  }
}
