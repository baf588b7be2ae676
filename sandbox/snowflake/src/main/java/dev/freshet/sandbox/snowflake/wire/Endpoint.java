package dev.freshet.sandbox.snowflake.wire;

/** What the server does at one path. Called by many threads at once. */
interface Endpoint {

  /**
   * @throws dev.freshet.sandbox.snowflake.engine.SnowflakeException what the driver is told
   */
  Answer answer(Request request);
}
