package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE VIEW}. */
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
    CreateTableHandler.requireSchema(session, name);
    List<String> names = reader.peek().isSymbol("(") ? names(reader) : List.of();
    Optional<String> comment = comment(reader);
    reader.accept("COPY", "GRANTS");
    reader.expect("AS");
    int mark = reader.mark();
    List<Column> columns =
        Queries.describe(session, Queries.translate(session, namespace(name), reader));
    reader.expectEnd();
    View view =
        new View(
            name,
            reader.textSince(mark),
            reader.sql(),
            options.secure(),
            columns(columns, names),
            comment,
            session.engine().clock().instant());
    return session.transaction().ddl(() -> publish(session, options, ifNotExists, view));
  }

  /** A view's names are completed from its own schema. Source: sql-reference/sql/create-view. */
  private static Namespace namespace(ObjectName view) {
    return new Namespace() {
      @Override
      public String currentDatabase() {
        return view.database();
      }

      @Override
      public String currentSchema() {
        return view.schema();
      }
    };
  }

  private static Result publish(
      Session session, CreateOptions options, boolean ifNotExists, View view) {
    Catalog catalog = session.engine().catalog();
    boolean there = catalog.find(ObjectKind.RELATION, view.name()).isPresent();
    if (catalog.find(ObjectKind.RELATION, view.name(), Table.class).isPresent()) {
      throw SnowflakeException.exists(view.name());
    }
    if (options.mayCreate(there, ifNotExists, view.name())) {
      catalog.put(view);
    }
    return Result.status(
        StatementType.DDL, "View " + view.name().name() + " successfully created.");
  }

  private static List<String> names(TokenReader reader) {
    List<String> names = new ArrayList<>();
    reader.expectSymbol("(");
    do {
      names.add(reader.identifier());
      comment(reader);
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return names;
  }

  private static Optional<String> comment(TokenReader reader) {
    if (!reader.accept("COMMENT")) {
      return Optional.empty();
    }
    reader.acceptSymbol("=");
    return Optional.of(reader.string());
  }

  private static List<TableColumn> columns(List<Column> columns, List<String> names) {
    List<TableColumn> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = i < names.size() ? names.get(i) : columns.get(i).name();
      named.add(TableColumn.of(name, columns.get(i).type()));
    }
    return named;
  }
}
