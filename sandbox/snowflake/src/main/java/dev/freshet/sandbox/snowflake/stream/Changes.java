package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;

/**
 * The changes of a table between two versions, as a query for DuckDB. Standard changes are net: of
 * each row its image at the first version, as DELETE, and at the second, as INSERT, if it changed
 * in between at all. Source: user-guide/streams-intro.
 */
public final class Changes {

  private Changes() {}

  /** What a stream shows to a transaction that reads up to a version. */
  public static String ofStream(TableStream stream, long upTo) {
    requireFresh(stream);
    if (stream.showsInitialRows()) {
      return initial(stream.base(), stream.offset());
    }
    return stream.isAppendOnly()
        ? appended(stream.base(), stream.offset(), upTo)
        : net(stream.base(), stream.offset(), upTo);
  }

  /** Net changes: METADATA$ISUPDATE where a row has an image on both sides. */
  public static String net(Table table, long after, long upTo) {
    String came = History.FROM + " > " + after + " AND " + History.FROM + " <= " + upTo;
    String stayed = History.TO + " > " + upTo;
    String was = History.FROM + " <= " + after + " AND " + History.TO + " > " + after;
    String ended = History.TO + " <= " + upTo;
    return "SELECT "
        + table.columnList()
        + ", CASE WHEN "
        + History.FROM
        + " > "
        + after
        + " THEN 'INSERT' ELSE 'DELETE' END AS \"METADATA$ACTION\", count(*) OVER (PARTITION BY "
        + History.ROW
        + ") > 1 AS \"METADATA$ISUPDATE\", "
        + rowId(table)
        + " FROM "
        + table.history()
        + " WHERE ("
        + came
        + " AND "
        + stayed
        + ") OR ("
        + was
        + " AND "
        + ended
        + ")";
  }

  /** Inserted rows, as they were inserted, whatever became of them. */
  public static String appended(Table table, long after, long upTo) {
    return inserts(table)
        + " WHERE "
        + History.INSERTED
        + " AND "
        + History.FROM
        + " > "
        + after
        + " AND "
        + History.FROM
        + " <= "
        + upTo;
  }

  /** The table's rows as of a version. */
  public static String asOf(Table table, long version) {
    return "SELECT " + table.columnList() + " FROM " + table.history() + valid(version);
  }

  private static String initial(Table table, long version) {
    return inserts(table) + valid(version);
  }

  private static String valid(long version) {
    return " WHERE " + History.FROM + " <= " + version + " AND " + History.TO + " > " + version;
  }

  private static String inserts(Table table) {
    return "SELECT "
        + table.columnList()
        + ", 'INSERT' AS \"METADATA$ACTION\", false AS \"METADATA$ISUPDATE\", "
        + rowId(table)
        + " FROM "
        + table.history();
  }

  private static String rowId(Table table) {
    String seed = table.physical().replace("\"", "").replace("'", "");
    return "md5('" + seed + "/' || " + History.ROW + ") AS \"METADATA$ROW_ID\"";
  }

  private static void requireFresh(TableStream stream) {
    if (stream.base().isDropped()) {
      throw new SnowflakeException(
          "091090",
          "55000",
          "SQL execution error: Base table '"
              + stream.base().name()
              + "' of stream '"
              + stream.name()
              + "' was dropped or replaced: the stream is stale. Create it anew.");
    }
  }
}
