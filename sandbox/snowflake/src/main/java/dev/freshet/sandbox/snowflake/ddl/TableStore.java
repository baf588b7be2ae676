package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.Table.Durability;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;
import java.util.List;
import java.util.stream.Collectors;

/** Creates, tracks and drops the DuckDB tables behind tables. */
public final class TableStore {

  private final Session session;
  private final Engine engine;

  public TableStore(Session session) {
    this.session = session;
    this.engine = session.engine();
  }

  /** A new table, not yet in the catalog. */
  public Table create(ObjectName name, Durability durability, List<TableColumn> columns) {
    Table table =
        new Table(
            name,
            engine.newPhysicalName(name.name()),
            durability,
            columns,
            engine.clock().instant());
    String definitions =
        columns.stream().map(TableStore::definition).collect(Collectors.joining(", "));
    session.duck().execute("CREATE TABLE " + table.physical() + " (" + definitions + ")");
    return table;
  }

  /** Puts a table into the catalog, in place of the one of its name, which is dropped. */
  public void publish(Table table) {
    engine.catalog().find(ObjectKind.RELATION, table.name(), Table.class).ifPresent(this::discard);
    engine.catalog().put(table);
    if (table.durability() == Durability.TEMPORARY) {
      session.onClose(() -> dropTemporary(table));
    }
  }

  /** Copies all rows from one table to another of the same columns. */
  void copyRows(Table from, Table to) {
    session
        .duck()
        .update(
            "INSERT INTO %s SELECT %s FROM %s"
                .formatted(to.physical(), from.columnList(), from.physical()));
  }

  private void dropTemporary(Table table) {
    if (!table.isDropped()) {
      engine.catalog().remove(ObjectKind.RELATION, table.name());
      discard(table);
    }
  }

  /** Drops the rows of a table that left the catalog; streams on it are stale from now on. */
  public void discard(Table table) {
    session.duck().execute("DROP TABLE " + table.physical());
    ChangeTracking.drop(session, table);
  }

  /** A column as DuckDB creates it. */
  static String definition(TableColumn column) {
    String name = Identifiers.encode(column.name());
    StringBuilder sql = new StringBuilder(name + " " + column.type().duckdb());
    if (!column.nullable()) {
      sql.append(" NOT NULL");
    }
    if (column.type().family() == Family.TEXT && column.type().length() < SqlType.MAX_TEXT) {
      sql.append(" CHECK (length(")
          .append(name)
          .append(") <= ")
          .append(column.type().length())
          .append(")");
    }
    return sql.toString();
  }
}
