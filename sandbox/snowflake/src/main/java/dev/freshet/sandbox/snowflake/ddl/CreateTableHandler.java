package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.Table.Durability;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;
import java.util.List;
import java.util.Optional;

/** {@code CREATE TABLE}: with columns, AS query, LIKE, or CLONE. */
public final class CreateTableHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "TABLE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions options = CreateOptions.read(reader);
    reader.expect("TABLE");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    ObjectName name = ObjectName.read(reader, session);
    TableDefinition definition = TableDefinition.read(session, reader);
    return session
        .transaction()
        .ddl(
            () -> {
              if (!Relations.mayCreate(session, options, ifNotExists, name, Table.class)) {
                return Answers.alreadyThere(name.name());
              }
              refuseHiding(session, options, name);
              publish(session, create(session, options, name, definition), definition);
              return Answers.created("Table", name.name());
            });
  }

  private static Table create(
      Session session, CreateOptions options, ObjectName name, TableDefinition definition) {
    if (definition instanceof TableDefinition.Rows rows) {
      return TableFromQuery.create(session, name, options.durability(), rows);
    }
    TableStore store = new TableStore(session);
    if (definition instanceof TableDefinition.Columns listed) {
      List<TableColumn> columns = listed.columns().stream().map(ColumnDefinition::column).toList();
      columns.forEach(column -> Defaults.check(session, column));
      return store.create(name, options.durability(), columns);
    }
    TableDefinition.Copy copy = (TableDefinition.Copy) definition;
    Table source = Relations.get(session, copy.source(), Table.class);
    session.engine().access().require(session.role(), "SELECT", source);
    Table table = store.create(name, options.durability(), source.columns());
    if (copy.rows()) {
      store.copyRows(source, table);
    }
    return table;
  }

  private static void publish(Session session, Table table, TableDefinition definition) {
    table.options().putAll(definition.options());
    if (TableOptions.tracks(definition.options())) {
      ChangeTracking.begin(session, table);
    }
    new TableStore(session).publish(table);
  }

  /** Snowflake lets a temporary table hide another of its name; here they would be one. */
  private static void refuseHiding(Session session, CreateOptions options, ObjectName name) {
    boolean temporary = options.durability() == Durability.TEMPORARY;
    Optional<Relation> hidden =
        Relations.find(session, name).filter(there -> isTemporary(there) != temporary);
    if (hidden.isPresent()) {
      throw new UnsupportedSql("a temporary table with the name of another table, " + name);
    }
  }

  private static boolean isTemporary(Relation relation) {
    return relation instanceof Table table && table.durability() == Durability.TEMPORARY;
  }
}
