package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.stream.ChangeTracking;
import java.util.ArrayList;
import java.util.List;

/** {@code CREATE VIEW}. Its query is checked now and read anew whenever the view is. */
public final class CreateViewHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "VIEW");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions options = CreateOptions.read(reader);
    reader.expect("VIEW");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    ObjectName name = ObjectName.read(reader, session);
    List<ColumnDefinition> written =
        reader.peek().isSymbol("(") ? new ColumnReader(session, reader).list() : List.of();
    ViewOptions described = ViewOptions.read(reader);
    reader.expect("AS");
    int mark = reader.mark();
    List<Column> answered =
        Queries.describe(session, Queries.translate(session, name.inSchema(), reader));
    reader.expectEnd();
    View view =
        new View(
            name,
            session.engine().newPhysicalName(name.name()),
            reader.textSince(mark),
            reader.sql(),
            options.secure(),
            false,
            columns(name, written, answered),
            described.comment(),
            session.engine().clock().instant());
    return session
        .transaction()
        .ddl(
            () -> {
              if (!Relations.mayCreate(session, options, ifNotExists, name, View.class)) {
                return Answers.alreadyThere(name.name());
              }
              View created = described.tracked() ? ChangeTracking.begin(session, view) : view;
              session.engine().catalog().put(created);
              return Answers.created("View", name.name());
            });
  }

  private static List<TableColumn> columns(
      ObjectName view, List<ColumnDefinition> written, List<Column> answered) {
    if (!written.isEmpty() && written.size() != answered.size()) {
      throw SnowflakeException.compilation(
          "002062",
          "View definition for '%s' declared %d column(s), but view query produces %d column(s)."
              .formatted(view, written.size(), answered.size()));
    }
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < answered.size(); i++) {
      Column column = answered.get(i);
      columns.add(
          written.isEmpty()
              ? TableColumn.of(column.name(), column.type())
              : written.get(i).column(column.type()));
    }
    return columns;
  }
}
