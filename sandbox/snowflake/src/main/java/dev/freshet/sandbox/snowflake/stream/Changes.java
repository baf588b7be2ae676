package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;

/**
 * The changes of a table between two versions, as a query for DuckDB: the table's columns, then
 * METADATA$ACTION, METADATA$ISUPDATE, METADATA$ROW_ID.
 *
 * <p>Standard changes are net: of each row its image at the first version, as DELETE, and at the
 * second, as INSERT, if it changed in between at all. A row updated to what it was shows as such a
 * pair; whether Snowflake leaves it out is not documented. Sources: user-guide/streams-intro,
 * sql-reference/constructs/changes.
 */
public final class Changes {

  private Changes() {}

  /**
   * What a stream on a table shows to a transaction that reads up to a version. The query has the
   * stream's offset of now in it: a statement that consumes the stream must ask for it inside its
   * {@code Transaction.write}, where nobody else can move the stream.
   */
  public static String ofStream(TableStream stream, Table table, long upTo) {
    TableStream.Position position = stream.position();
    if (position.initialRows()) {
      return inserts(table, History.valid(position.offset()));
    }
    return stream.isAppendOnly()
        ? appended(table, position.offset(), upTo)
        : net(table, position.offset(), upTo);
  }

  /** Net changes: METADATA$ISUPDATE where a row has an image on both sides. */
  public static String net(Table table, long after, long upTo) {
    String began = between(History.FROM, after, upTo);
    String ended = between(History.TO, after, upTo);
    return """
        SELECT %s,
          CASE WHEN %s THEN 'INSERT' ELSE 'DELETE' END AS "METADATA$ACTION",
          count(*) OVER (PARTITION BY %s) > 1 AS "METADATA$ISUPDATE",
          %s
        FROM %s WHERE (%s) <> (%s)"""
        .formatted(
            table.columnList(), began, History.ROW, rowId(table), table.history(), began, ended);
  }

  /** Inserted rows, as they were inserted, whatever became of them. */
  public static String appended(Table table, long after, long upTo) {
    return inserts(table, History.INSERTED + " AND " + between(History.FROM, after, upTo));
  }

  /** The table's rows as of a version. */
  public static String asOf(Table table, long version) {
    return "SELECT %s FROM %s WHERE %s"
        .formatted(table.columnList(), table.history(), History.valid(version));
  }

  /** Whether anything was done to a table, net or not; for append-only whether rows came. */
  static String any(TableStream stream, Table table, long after, long upTo) {
    String began = between(History.FROM, after, upTo);
    String condition =
        stream.isAppendOnly()
            ? History.INSERTED + " AND " + began
            : began + " OR " + between(History.TO, after, upTo);
    return "SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT 1)"
        .formatted(table.history(), condition);
  }

  /** The last version at or before another that changed the table; -1 if none did. */
  static String lastChange(Table table, long upTo) {
    return """
        SELECT coalesce(max(greatest(
          CASE WHEN %1$s <= %3$d THEN %1$s END, CASE WHEN %2$s <= %3$d THEN %2$s END)), -1)
        FROM %4$s"""
        .formatted(History.FROM, History.TO, upTo, table.history());
  }

  private static String inserts(Table table, String condition) {
    return """
        SELECT %s, 'INSERT' AS "METADATA$ACTION", false AS "METADATA$ISUPDATE", %s
        FROM %s WHERE %s"""
        .formatted(table.columnList(), rowId(table), table.history(), condition);
  }

  private static String between(String version, long after, long upTo) {
    return "%s > %d AND %s <= %d".formatted(version, after, version, upTo);
  }

  /** 40 hexadecimal digits, like Snowflake's; the same for the row in all streams on its table. */
  private static String rowId(Table table) {
    String seed = table.physical().replace("'", "''");
    return "sha1('%s/' || %s) AS \"METADATA$ROW_ID\"".formatted(seed, History.ROW);
  }
}
