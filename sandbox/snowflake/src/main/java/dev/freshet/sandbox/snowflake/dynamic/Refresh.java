package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.catalog.Dynamic;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.dml.TableChange;
import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.query.SourcedQuery;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a dynamic table up to date: the difference between the rows it holds and those of its
 * query is deleted, updated and inserted in one transaction, so that a stream on the table shows
 * what changed. A row is the same if it is made of the same rows of the query's tables; where rows
 * are made of several, as behind GROUP BY, it is the same only if it is equal. Source:
 * user-guide/dynamic-tables-refresh.
 */
final class Refresh {

  private static final String ROWS = "\"sandbox$refreshed\"";

  private final Session session;
  private final String role;

  /**
   * @param role whose privileges count when the query is read: the owner's
   */
  Refresh(Session session, String role) {
    this.session = session;
    this.role = role;
  }

  /** Gives a new table what its refreshes need beside its own columns. */
  static void prepare(Session session, Table table) {
    session
        .duck()
        .execute(
            "ALTER TABLE %s ADD COLUMN %s VARCHAR"
                .formatted(table.physical(), SourcedQuery.SOURCE));
  }

  /** Refreshes the dynamic tables it reads, then the table itself. */
  void run(Table table) {
    Dynamic dynamic = table.dynamic().orElseThrow();
    SourcedQuery query = read(table, dynamic);
    query.tables().stream().filter(t -> t.dynamic().isPresent()).forEach(this::run);
    session.transaction().begin();
    boolean done = false;
    try {
      session
          .transaction()
          .write(WriteIntent.locking(table, Set.of()), () -> write(table, read(table, dynamic)));
      session.transaction().commit();
      dynamic.setRefreshed(session.engine().clock().instant());
      done = true;
    } finally {
      if (!done) {
        session.transaction().rollback();
      }
    }
  }

  private SourcedQuery read(Table table, Dynamic dynamic) {
    SourcedQuery query = SourcedQuery.of(session, table.name().inSchema(), role, dynamic);
    if (dynamic.isIncremental()) {
      query.tables().stream().filter(t -> !t.tellsChanges()).forEach(t -> fail(table, t));
    }
    return query;
  }

  private static void fail(Table table, Table untracked) {
    throw SnowflakeException.compilation(
        "002304",
        "Dynamic Table '%s' cannot be refreshed incrementally: change tracking is not enabled on '%s'. ALTER TABLE … SET CHANGE_TRACKING = TRUE."
            .formatted(table.name(), untracked.name()));
  }

  private long write(Table table, SourcedQuery query) {
    Duck duck = session.duck();
    duck.temporaryCopy(ROWS, query.typed(table.columns()));
    String physical = table.physical();
    String source = SourcedQuery.SOURCE;
    long deleted =
        TableChange.of(session, table)
            .run(
                "DELETE FROM %s WHERE %s NOT IN (SELECT %s FROM %s)"
                    .formatted(physical, source, source, ROWS),
                true);
    long updated = update(table);
    long inserted =
        TableChange.of(session, table)
            .run(
                "INSERT INTO %s (%s, %s) SELECT %s, %s FROM %s WHERE %s NOT IN (SELECT %s FROM %s)"
                    .formatted(
                        physical,
                        table.columnList(),
                        source,
                        table.columnList(),
                        source,
                        ROWS,
                        source,
                        source,
                        physical),
                false);
    duck.dropTemporary(ROWS);
    return deleted + updated + inserted;
  }

  private long update(Table table) {
    TableChange change = TableChange.of(session, table);
    List<String> columns =
        table.columns().stream().map(TableColumn::name).map(Identifiers::encode).toList();
    String set =
        columns.stream().map(c -> c + " = n." + c).collect(Collectors.joining(", "))
            + change.versionAssignment();
    return change.run(
        "UPDATE %s AS t SET %s FROM %s AS n WHERE t.%s = n.%s AND %s IS DISTINCT FROM %s"
            .formatted(
                table.physical(),
                set,
                ROWS,
                SourcedQuery.SOURCE,
                SourcedQuery.SOURCE,
                row("t", columns),
                row("n", columns)),
        false);
  }

  private static String row(String alias, List<String> columns) {
    return columns.stream()
        .map(c -> alias + "." + c)
        .collect(Collectors.joining(", ", "row(", ")"));
  }
}
