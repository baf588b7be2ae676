package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;

/**
 * Which images of a tracked table's rows a query over a view reads, and which of them changed.
 *
 * <p>A row of the view that holds no changed image is the same on both sides of a comparison, so
 * only the others need be compared.
 *
 * @param rows a condition on images
 * @param changed a condition on those
 */
public record Images(String rows, String changed) {

  /** The rows at a version, marked if they were not that any more at another. */
  public static Images before(long after, long upTo) {
    return new Images(History.valid(after), History.TO + " <= " + upTo);
  }

  /** The rows at a version, marked if they were not yet that at an earlier one. */
  public static Images after(long after, long upTo) {
    return new Images(History.valid(upTo), History.FROM + " > " + after);
  }

  /** All rows at a version, each marked. */
  public static Images all(long version) {
    return new Images(History.valid(version), "true");
  }

  /**
   * The rows at a version and, marked, those inserted since, as they were inserted: what the table
   * would hold if nothing but inserts had happened to it.
   */
  public static Images appended(long after, long upTo) {
    String since =
        "%s AND %s > %d AND %s <= %d"
            .formatted(History.INSERTED, History.FROM, after, History.FROM, upTo);
    return new Images(
        "(%s) OR (%s)".formatted(History.valid(after), since), History.FROM + " > " + after);
  }

  /**
   * The images as DuckDB's SQL for a FROM.
   *
   * @param row the name of a last column beside the table's own: the row's id, with a mark behind
   *     it if it changed
   */
  public String of(Table table, String row) {
    return "(SELECT %s, %s || CASE WHEN %s THEN '!' ELSE '' END AS %s FROM %s WHERE %s)"
        .formatted(table.columnList(), History.ROW, changed, row, table.history(), rows);
  }

  /** Holds for rows that carry a mark. */
  public static String marked(String row) {
    return "contains(" + row + ", '!')";
  }

  /** The row's id without marks. */
  public static String unmarked(String row) {
    return "replace(" + row + ", '!', '')";
  }
}
