package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Duck;
import java.util.List;

/**
 * Keeps what a tracked table's rows looked like. The table's rows carry an id and the version that
 * last updated them; beside the table stands one of images: each with the version from which, and
 * the one up to which, it was the row.
 *
 * <p>Written by the statement that changes the table, in its DuckDB transaction, so that ROLLBACK
 * undoes it too. What a statement did is told by the rows themselves: inserted ones have ids above
 * a mark taken before, updated ones carry the statement's version, deleted ones are gone. So only
 * ids and versions of the table are read, and only images of rows that were touched are written.
 */
public final class History {

  /** The row's id: the same for all its images, never used for another row. */
  public static final String ROW = "\"sandbox$row\"";

  /** In the table: the version that last updated the row. */
  public static final String VERSION = "\"sandbox$version\"";

  static final String FROM = "\"sandbox$from\"";
  static final String TO = "\"sandbox$to\"";

  /** In an image: whether it is the one the row was inserted with. */
  static final String INSERTED = "\"sandbox$inserted\"";

  private static final long OPEN = Long.MAX_VALUE;
  private static final String ROW_IDS = "sandbox$row_ids";

  private History() {}

  /** What a tracked table has behind its own columns, as DuckDB creates it. */
  public static List<String> definitions() {
    return List.of(
        "%s BIGINT DEFAULT nextval('\"%s\"')".formatted(ROW, ROW_IDS), VERSION + " BIGINT");
  }

  /** Begins the history of a table: the rows it holds are images as of a version. */
  static void start(Duck duck, Table table, long version) {
    String physical = table.physical();
    duck.execute("CREATE SEQUENCE IF NOT EXISTS \"" + ROW_IDS + "\"");
    for (String definition : definitions()) {
      duck.execute("ALTER TABLE %s ADD COLUMN %s".formatted(physical, definition));
    }
    duck.execute(
        """
        CREATE TABLE %s AS
        SELECT %s, %s, true AS %s, CAST(%d AS BIGINT) AS %s, CAST(%d AS BIGINT) AS %s FROM %s"""
            .formatted(
                table.history(),
                table.columnList(),
                ROW,
                INSERTED,
                version,
                FROM,
                OPEN,
                TO,
                physical));
  }

  static void drop(Duck duck, Table table) {
    duck.execute("DROP TABLE IF EXISTS " + table.history());
  }

  /** The mark to take before a statement: rows it inserts have ids above it. */
  public static long mark(Duck duck) {
    return duck.number("SELECT nextval('\"" + ROW_IDS + "\"')");
  }

  /**
   * Records what a statement did to a table.
   *
   * @param version the statement's version, taken from {@link VersionLog#next}; the statement must
   *     have set {@link #VERSION} of the rows it updated to it
   * @param mark what {@link #mark} gave before the statement
   * @param removes whether it may have deleted rows
   */
  public static void record(Duck duck, Table table, long version, long mark, boolean removes) {
    String physical = table.physical();
    String updated = "%s = %d".formatted(VERSION, version);
    String close =
        "UPDATE %s SET %s = %d WHERE %s = %d AND %s "
            .formatted(table.history(), TO, version, TO, OPEN, ROW);
    duck.update(close + "IN (SELECT %s FROM %s WHERE %s)".formatted(ROW, physical, updated));
    if (removes) {
      duck.update(close + "NOT IN (SELECT %s FROM %s)".formatted(ROW, physical));
    }
    duck.update(
        """
        INSERT INTO %s (%s, %s, %s, %s, %s)
        SELECT %s, %s, %s > %d, %d, %d FROM %s WHERE %s > %d OR %s"""
            .formatted(
                table.history(),
                table.columnList(),
                ROW,
                INSERTED,
                FROM,
                TO,
                table.columnList(),
                ROW,
                ROW,
                mark,
                version,
                OPEN,
                physical,
                ROW,
                mark,
                updated));
  }

  /** Holds for the images that were rows at a version. */
  static String valid(long version) {
    return "%s <= %d AND %s > %d".formatted(FROM, version, TO, version);
  }
}
