package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.ddl.Relations;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.query.TracedView;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/**
 * CREATE STREAM … ON TABLE | VIEW. Begins to track the changes of its tables if nothing has yet.
 * Source: sql-reference/sql/create-stream.
 */
final class CreateStream implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "STREAM");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Creation creation = Creation.read(statement, session, "STREAM");
    statement.accept("COPY", "GRANTS");
    StreamSource source = source(session, statement);
    OffsetClause offset = OffsetClause.read(statement, session, source);
    StreamOptions options = StreamOptions.read(statement);
    statement.expectEnd();
    return creation.store(
        session,
        ObjectKind.STREAM,
        () -> create(session, creation.name(), source, offset, options));
  }

  private static StreamSource source(Session session, TokenReader statement) {
    statement.expect("ON");
    String kind =
        statement.accept("DYNAMIC", "TABLE")
            ? "DYNAMIC TABLE"
            : statement.acceptAny("TABLE", "VIEW");
    if (kind.isEmpty()) {
      throw new UnsupportedSql(
          "streams on anything but tables and views: ON " + statement.peek().text());
    }
    ObjectName name = ObjectName.read(statement, session);
    if (!kind.equals("VIEW")) {
      Table table = Relations.get(session, name, Table.class);
      requireKind(table, kind.equals("DYNAMIC TABLE"));
      return new StreamSource.OfTable(table);
    }
    View view = Relations.get(session, name, View.class);
    TracedView.Parts parts = TracedView.parts(session, view);
    return new StreamSource.OfView(session.engine().catalog(), view, parts.views(), parts.tables());
  }

  /** Standard streams only (user-guide/dynamic-tables/streams-on-dts). */
  private static void requireStandard(StreamOptions options, Table table) {
    if (options.appendOnly()) {
      throw new UnsupportedSql("append-only streams on dynamic tables, such as " + table);
    }
  }

  private static void requireKind(Table table, boolean dynamic) {
    if (table.dynamic().isPresent() != dynamic) {
      throw new SnowflakeException(
          "002203",
          "02000",
          "SQL compilation error:\nObject found is of type '%s', not specified type '%s'."
              .formatted(dynamic ? "TABLE" : "DYNAMIC_TABLE", dynamic ? "DYNAMIC_TABLE" : "TABLE"));
    }
  }

  private static TableStream create(
      Session session,
      ObjectName name,
      StreamSource source,
      OffsetClause offset,
      StreamOptions options) {
    ChangeTracking.begin(session, source);
    if (source.relation() instanceof Table table && table.dynamic().isPresent()) {
      requireStandard(options, table);
    }
    var position = new TableStream.Position(offset.version(session), options.initialRows());
    TableStream stream =
        new TableStream(
            name, source, options.appendOnly(), position, session.role(), session.engine().clock());
    stream.setComment(options.comment());
    return stream;
  }
}
