package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What ALTER TABLE does to a table: its columns, name and options. */
final class TableChanges {

  private final Session session;
  private final Table table;

  private TableChanges(Session session, Table table) {
    this.session = session;
    this.table = table;
  }

  static TableChanges of(Session session, Table table) {
    return new TableChanges(session, table);
  }

  boolean has(String column) {
    return table.column(column).isPresent();
  }

  void rename(ObjectName newName) {
    if (Relations.find(session, newName).isPresent()) {
      throw SnowflakeException.exists(newName.name());
    }
    session.engine().catalog().schema(newName.inSchema());
    session.engine().catalog().remove(ObjectKind.RELATION, table.name());
    table.rename(newName);
    session.engine().catalog().put(table);
  }

  /** Adds a column; rows that are there get its default. */
  void add(TableColumn column) {
    if (table.column(column.name()).isPresent()) {
      throw SnowflakeException.compilation(
          "001430", "column '" + column.name() + "' already exists");
    }
    Defaults.check(session, column);
    List<TableColumn> columns = new ArrayList<>(table.columns());
    columns.add(column);
    List<String> sources = sources(table.columns());
    sources.add(Defaults.value(session, column));
    String inHistory = "ADD COLUMN " + encoded(column) + " " + column.type().duckdb();
    String value = " DEFAULT " + Defaults.value(session, column);
    TableRebuild.run(session, table, columns, sources, inHistory + value);
  }

  void drop(String name) {
    TableColumn column = column(name);
    requireNoPolicy();
    if (table.columns().size() == 1) {
      throw SnowflakeException.compilation(
          "002138", "cannot drop the last column '" + name + "' of table '" + table + "'");
    }
    List<TableColumn> columns = new ArrayList<>(table.columns());
    columns.remove(column);
    String inHistory = "DROP COLUMN " + encoded(column);
    TableRebuild.run(session, table, columns, sources(columns), inHistory);
  }

  void renameColumn(String name, String newName) {
    if (table.column(newName).isPresent()) {
      throw SnowflakeException.compilation("001430", "column '" + newName + "' already exists");
    }
    requireNoPolicy();
    TableColumn renamed = column(name).named(newName);
    String inHistory = "RENAME COLUMN " + encoded(column(name)) + " TO " + encoded(renamed);
    replace(name, renamed, inHistory);
  }

  /** Changes a column's type: longer text, more digits. What could lose something is refused. */
  void retype(String name, SqlType type) {
    SqlType before = column(name).type();
    boolean wider =
        before.family() == type.family()
            && before.scale() == type.scale()
            && before.length() <= type.length()
            && (before.precision() <= type.precision() || type.family() == Family.NUMBER);
    if (!wider) {
      throw SnowflakeException.compilation(
          "002108",
          "cannot change column "
              + ObjectName.quoted(name)
              + " from type "
              + before.snowflake()
              + " to "
              + type.snowflake());
    }
    TableColumn retyped = column(name).typed(type);
    replace(name, retyped, typeInHistory(retyped));
  }

  /** Lets a column take NULL, or not any more: an error if it holds one. */
  void setNullable(String name, boolean nullable) {
    TableColumn column = column(name).nullable(nullable);
    replace(name, column, typeInHistory(column));
  }

  /** Puts another definition in a column's place; its values stay. */
  private void replace(String name, TableColumn column, String inHistory) {
    List<TableColumn> columns = new ArrayList<>(table.columns());
    columns.set(columns.indexOf(column(name)), column);
    TableRebuild.run(session, table, columns, sources(table.columns()), inHistory);
  }

  private static String typeInHistory(TableColumn column) {
    return "ALTER COLUMN " + encoded(column) + " TYPE " + column.type().duckdb();
  }

  private static String encoded(TableColumn column) {
    return Identifiers.encode(column.name());
  }

  /** Changes what only the catalog keeps of a column. */
  void note(String name, UnaryOperator<TableColumn> change) {
    TableColumn before = column(name);
    List<TableColumn> columns = new ArrayList<>(table.columns());
    columns.set(columns.indexOf(before), change.apply(before));
    table.setColumns(columns);
  }

  void set(Map<String, String> options) {
    if (TableOptions.tracks(options)) {
      ChangeTracking.begin(session, table);
    } else if (options.containsKey(TableOptions.CHANGE_TRACKING)) {
      stopTracking();
    }
    table.options().putAll(options);
  }

  void unset(List<String> options) {
    if (options.contains(TableOptions.CHANGE_TRACKING)) {
      stopTracking();
    }
    options.forEach(table.options()::remove);
  }

  private void stopTracking() {
    if (table.isTracked()) {
      throw new UnsupportedSql("CHANGE_TRACKING = FALSE on a table whose changes are recorded");
    }
  }

  private void requireNoPolicy() {
    var reading = session.engine().extensions().tableReading();
    reading.requireNoPolicy(table, "renaming or dropping columns of");
  }

  private TableColumn column(String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                SnowflakeException.compilation(
                    "000904", "invalid identifier '" + ObjectName.quoted(name) + "'"));
  }

  private static List<String> sources(List<TableColumn> columns) {
    return new ArrayList<>(columns.stream().map(c -> Identifiers.encode(c.name())).toList());
  }
}
