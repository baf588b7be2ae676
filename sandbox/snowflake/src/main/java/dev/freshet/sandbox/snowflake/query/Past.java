package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.stream.Changes;
import dev.freshet.sandbox.snowflake.stream.Images;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a view reads in place of its tables' rows of now, and which tables and views it met.
 *
 * <p>Where rows are traced, each relation has a last column of its own name with the row's id, made
 * of the ids of the rows it consists of; so the same row is found again in another state of the
 * tables. That works for queries whose rows each come from one row of each table joined; all others
 * are refused, as Snowflake refuses streams on them (user-guide/streams-intro, streams on views).
 *
 * <p>Not thread-safe: belongs to one translation.
 */
final class Past {

  private static final String COLUMN = "traced$row$";

  /** What leaves the columns of ids out of a {@code *}. */
  static final String WITHOUT_ROWS = " NOT LIKE '" + COLUMN + "%'";

  private final boolean traced;
  private boolean refreshes;
  private final BiFunction<Table, String, String> rows;
  private final Set<Table> tables = new LinkedHashSet<>();
  private final Set<View> views = new LinkedHashSet<>();
  private int columns;

  private Past(boolean traced, BiFunction<Table, String, String> rows) {
    this.traced = traced;
    this.rows = rows;
  }

  /** The rows of now: only to see what a view reads. */
  static Past now() {
    return new Past(false, (table, row) -> RelationTranslator.rowsOf(table));
  }

  /** The rows of now, under the rules of traced ones: to see whether a view can be traced. */
  static Past tried() {
    return new Past(
        true,
        (table, row) ->
            "(SELECT %s, '' AS %s FROM %s)".formatted(table.columnList(), row, table.physical()));
  }

  /** The rows at a version. */
  static Past asOf(long version) {
    return new Past(false, (table, row) -> "(" + Changes.asOf(table, version) + ")");
  }

  /** Traced rows. */
  static Past of(Images images) {
    return new Past(true, (table, row) -> images.of(table, row));
  }

  /** The same for a dynamic table that is to be refreshed row by row. */
  Past forRefresh() {
    refreshes = true;
    return this;
  }

  boolean refreshes() {
    return refreshes;
  }

  boolean traced() {
    return traced;
  }

  /** Fails if rows are traced. */
  void refuseTraced(String what) {
    refuse(traced, what);
  }

  /** Fails if it is for a refresh. */
  void refuseRefreshed(String what) {
    refuse(refreshes, what);
  }

  private static void refuse(boolean refused, String what) {
    if (refused) {
      throw new SnowflakeException(
          "002296",
          "0A000",
          "SQL compilation error:\nChange tracking is not supported on queries with " + what + ".");
    }
  }

  /** A name for another column of ids. */
  String newColumn() {
    return '"' + COLUMN + ++columns + '"';
  }

  /**
   * A table's rows.
   *
   * @param row the name of their column of ids
   */
  String rows(Table table, String row) {
    tables.add(table);
    return rows.apply(table, row);
  }

  void met(View view) {
    views.add(view);
  }

  List<Table> tables() {
    return List.copyOf(tables);
  }

  List<View> views() {
    return List.copyOf(views);
  }
}
