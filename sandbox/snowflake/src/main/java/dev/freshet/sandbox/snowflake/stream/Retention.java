package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Duration;
import java.time.Instant;

/**
 * How far back a table can be read. Nothing is forgotten sooner or later because of it: the sandbox
 * keeps all history and refuses what Snowflake would refuse. Sources: user-guide/data-time-travel,
 * user-guide/streams-intro.
 */
public final class Retention {

  private Retention() {}

  /** How long a stream may go without being consumed before it is stale. */
  static Duration ofStreams(Table table) {
    Duration extended = days(table, "MAX_DATA_EXTENSION_TIME_IN_DAYS", 14);
    Duration travel = ofTravel(table);
    return extended.compareTo(travel) > 0 ? extended : travel;
  }

  /** Fails if AT names a time Time Travel does not reach, or one before changes were recorded. */
  public static void requireReach(Table table, VersionLog versions, Instant time, Instant now) {
    boolean forgotten = time.isBefore(now.minus(ofTravel(table)));
    boolean recorded = table.isTracked() && versions.versionAt(time) >= table.trackedSince();
    if (forgotten || !recorded) {
      throw new SnowflakeException(
          "000707",
          "02000",
          "Time travel data is not available for table "
              + table.name()
              + ". The requested time is beyond the allowed time travel period or before the time"
              + " from which on its changes are recorded (in the sandbox, time travel too needs"
              + " CHANGE_TRACKING = TRUE).");
    }
  }

  static Duration ofTravel(Table table) {
    return days(table, "DATA_RETENTION_TIME_IN_DAYS", 1);
  }

  private static Duration days(Table table, String option, long otherwise) {
    String given = table.options().get(option);
    return Duration.ofDays(given == null ? otherwise : Long.parseLong(given));
  }
}
