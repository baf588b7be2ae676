package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Duck;

/**
 * Keeps what a tracked table's rows looked like. Beside the table, whose rows carry an id and the
 * version of their last change, stands one of images: each with the version from which and to which
 * it was the row. Written within the statement that changes the table, in its DuckDB transaction.
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

  static final long OPEN = Long.MAX_VALUE;

  /** The sequence that numbers rows; there is one for all tables. */
  public static final String ROW_IDS = "sandbox_row_ids";

  private History() {}

  /** Begins to track a table; the rows it holds are its images as of a version. */
  public static void start(Duck duck, Table table, long version) {
    duck.execute(
        "ALTER TABLE "
            + table.physical()
            + " ADD COLUMN "
            + ROW
            + " BIGINT DEFAULT nextval('"
            + ROW_IDS
            + "')");
    duck.execute("ALTER TABLE " + table.physical() + " ADD COLUMN " + VERSION + " BIGINT");
    duck.execute(
        "CREATE TABLE "
            + table.history()
            + " AS SELECT "
            + table.columnList()
            + ", "
            + ROW
            + ", true AS "
            + INSERTED
            + ", CAST("
            + version
            + " AS BIGINT) AS "
            + FROM
            + ", CAST("
            + OPEN
            + " AS BIGINT) AS "
            + TO
            + " FROM "
            + table.physical());
  }

  /** The mark to take before a statement: rows it inserts have ids above it. */
  public static long mark(Duck duck) {
    return duck.number("SELECT nextval('" + ROW_IDS + "')");
  }

  /**
   * Records what a statement did to a table.
   *
   * @param version the statement's version, which rows it updated carry
   * @param mark what {@link #mark} gave before it
   * @param removes whether it may have deleted rows
   */
  public static void record(Duck duck, Table table, long version, long mark, boolean removes) {
    String close =
        "UPDATE "
            + table.history()
            + " SET "
            + TO
            + " = "
            + version
            + " WHERE "
            + TO
            + " = "
            + OPEN;
    duck.update(
        close
            + " AND "
            + ROW
            + " IN (SELECT "
            + ROW
            + " FROM "
            + table.physical()
            + " WHERE "
            + VERSION
            + " = "
            + version
            + ")");
    if (removes) {
      duck.update(
          close + " AND " + ROW + " NOT IN (SELECT " + ROW + " FROM " + table.physical() + ")");
    }
    duck.update(
        "INSERT INTO "
            + table.history()
            + " SELECT "
            + table.columnList()
            + ", "
            + ROW
            + ", "
            + ROW
            + " > "
            + mark
            + ", "
            + version
            + ", "
            + OPEN
            + " FROM "
            + table.physical()
            + " WHERE "
            + ROW
            + " > "
            + mark
            + " OR "
            + VERSION
            + " = "
            + version);
  }
}
