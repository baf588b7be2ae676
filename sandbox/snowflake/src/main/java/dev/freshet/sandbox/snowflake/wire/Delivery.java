package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Duration;

/**
 * How a statement's end reaches the driver. A request waits for it only for a while; then the
 * driver is told to ask again, so that no connection stays silent for too long.
 *
 * @param patience how long a request waits
 */
record Delivery(Duration patience) {

  private static final String IN_PROGRESS = "333333";
  private static final String IN_PROGRESS_ASYNC = "333334";

  /** The result or the error; a place to ask for it if the statement is still under way. */
  Answer of(Statement statement) {
    if (!statement.endsWithin(patience)) {
      return Answer.inProgress(IN_PROGRESS, statement.queryId());
    }
    SnowflakeException failure = statement.failure();
    return failure == null
        ? Answer.of(ResultJson.of(statement))
        : Answer.error(failure, statement.queryId());
  }

  /** A place to ask for the result. */
  Answer later(Statement statement) {
    return Answer.inProgress(IN_PROGRESS_ASYNC, statement.queryId());
  }
}
