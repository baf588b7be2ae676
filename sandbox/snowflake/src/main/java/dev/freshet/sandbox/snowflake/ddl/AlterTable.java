package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** ALTER TABLE. Source: sql-reference/sql/alter-table, alter-table-column. */
public final class AlterTable implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("ALTER", "TABLE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("ALTER", "TABLE");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    List<Consumer<TableChanges>> changes = changes(session, statement);
    statement.expectEnd();
    return session
        .transaction()
        .ddl(
            () -> {
              Optional<Relation> there = Relations.find(session, name);
              if (there.isPresent() || !ifExists) {
                Table table = Relations.get(session, name, Table.class);
                if (table.dynamic().isPresent()) {
                  throw new UnsupportedSql("ALTER TABLE of the dynamic table " + name);
                }
                changes.forEach(change -> change.accept(TableChanges.of(session, table)));
              }
              return Answers.done();
            });
  }

  private static List<Consumer<TableChanges>> changes(Session session, TokenReader reader) {
    if (reader.accept("RENAME", "TO")) {
      ObjectName newName = ObjectName.read(reader, session);
      return List.of(table -> table.rename(newName));
    }
    if (reader.accept("SET")) {
      Map<String, String> options = TableOptions.assignments(reader);
      return List.of(table -> table.set(options));
    }
    if (reader.accept("UNSET")) {
      List<String> options = TableOptions.names(reader);
      return List.of(table -> table.unset(options));
    }
    if (reader.accept("RENAME", "COLUMN")) {
      String from = reader.identifier();
      reader.expect("TO");
      String to = reader.identifier();
      return List.of(table -> table.renameColumn(from, to));
    }
    if (reader.accept("ADD")) {
      return added(session, reader);
    }
    if (reader.accept("DROP")) {
      return dropped(reader);
    }
    if (!reader.acceptAny("ALTER", "MODIFY").isEmpty()) {
      return AlterColumn.changes(reader);
    }
    throw reader.unexpected("expected ADD, DROP, ALTER, MODIFY, RENAME, SET or UNSET");
  }

  private static List<Consumer<TableChanges>> added(Session session, TokenReader reader) {
    if (Constraints.startsAt(reader)) {
      Constraints.outOfLine(reader);
      return List.of();
    }
    ColumnReader columns = new ColumnReader(session, reader);
    reader.accept("COLUMN");
    List<Consumer<TableChanges>> changes = new ArrayList<>();
    do {
      boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
      TableColumn column = columns.column().column();
      changes.add(
          table -> {
            if (!ifNotExists || !table.has(column.name())) {
              table.add(column);
            }
          });
    } while (reader.acceptSymbol(","));
    return changes;
  }

  private static List<Consumer<TableChanges>> dropped(TokenReader reader) {
    reader.accept("COLUMN");
    boolean ifExists = reader.accept("IF", "EXISTS");
    List<Consumer<TableChanges>> changes = new ArrayList<>();
    do {
      String column = reader.identifier();
      changes.add(
          table -> {
            if (!ifExists || table.has(column)) {
              table.drop(column);
            }
          });
    } while (reader.acceptSymbol(","));
    return changes;
  }
}
