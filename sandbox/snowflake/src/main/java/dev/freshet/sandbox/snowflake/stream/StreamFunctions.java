package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system functions about streams. */
final class StreamFunctions {

  private StreamFunctions() {}

  /**
   * SYSTEM$STREAM_HAS_DATA: TRUE from the first change on until a DML consumes the stream, even if
   * what changed cancels out: Snowflake allows itself such false positives, so callers must be able
   * to live with them. So it is for a stream on a view when a table changed in what the view does
   * not show. Asking an empty stream keeps it from going stale. Source:
   * sql-reference/functions/system_stream_has_data.
   */
  static String hasData(Session session, List<String> arguments) {
    TableStream stream = stream(session, "SYSTEM$STREAM_HAS_DATA", arguments);
    boolean hasData = hasData(session, stream);
    if (!hasData) {
      stream.foundEmpty();
    }
    return String.valueOf(hasData);
  }

  private static boolean hasData(Session session, TableStream stream) {
    TableStream.Position position = stream.position();
    long upTo = session.transaction().readVersion();
    return stream.source().tables().stream()
        .map(
            table ->
                position.initialRows()
                    ? "SELECT count(*) FROM (" + Changes.asOf(table, position.offset()) + ")"
                    : Changes.any(stream, table, position.offset(), upTo))
        .anyMatch(query -> session.duck().number(query) > 0);
  }

  /**
   * SYSTEM$STREAM_GET_TABLE_TIMESTAMP: when the table's version at the stream's offset came to be,
   * in nanoseconds. Of views there is none. Source:
   * sql-reference/functions/system_stream_get_table_timestamp.
   */
  static String tableTimestamp(Session session, List<String> arguments) {
    TableStream stream = stream(session, "SYSTEM$STREAM_GET_TABLE_TIMESTAMP", arguments);
    if (!(stream.source() instanceof StreamSource.OfTable on)) {
      throw SnowflakeException.compilation(
          "001044",
          "SYSTEM$STREAM_GET_TABLE_TIMESTAMP is for streams on tables; '"
              + stream
              + "' is on the view '"
              + stream.source().relation().name()
              + "'.");
    }
    long change = session.duck().number(Changes.lastChange(on.table(), stream.offset()));
    long version = Math.max(change, on.table().trackedSince());
    Instant time = session.engine().versions().timeOf(version);
    long nanos = TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    return "CAST(" + nanos + " AS DECIMAL(38, 0))";
  }

  private static TableStream stream(Session session, String function, List<String> arguments) {
    if (arguments.size() != 1) {
      throw SnowflakeException.compilation(
          "000938", function + " expects the name of one stream, got " + arguments.size() + ".");
    }
    ObjectName name = ObjectName.parse(arguments.get(0), session);
    TableStream stream = session.engine().catalog().get(ObjectKind.STREAM, name, TableStream.class);
    stream.requireReadable();
    return stream;
  }
}
