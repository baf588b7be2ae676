package dev.freshet.sandbox.snowflake.sql;

/**
 * What completes a name that is not written in full: a session's database and schema, or those of a
 * view or procedure.
 */
public interface Namespace {

  /** Fails as Snowflake does if there is none. */
  String currentDatabase();

  /** Fails as Snowflake does if there is none. */
  String currentSchema();
}
