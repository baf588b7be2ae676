package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/**
 * CREATE STREAM … ON TABLE. Begins to track the table's changes if nothing has yet. Source:
 * sql-reference/sql/create-stream.
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
    Table base = base(session, statement);
    OffsetClause offset = OffsetClause.read(statement, session, base);
    StreamOptions options = StreamOptions.read(statement);
    statement.expectEnd();
    return creation.store(
        session, ObjectKind.STREAM, () -> create(session, creation.name(), base, offset, options));
  }

  private static Table base(Session session, TokenReader statement) {
    statement.expect("ON");
    if (!statement.accept("TABLE")) {
      throw new UnsupportedSql("streams on anything but tables: ON " + statement.peek().text());
    }
    ObjectName name = ObjectName.read(statement, session);
    Relation relation = session.engine().catalog().get(ObjectKind.RELATION, name, Relation.class);
    if (relation instanceof Table table) {
      return table;
    }
    throw new UnsupportedSql("streams on views, such as " + name);
  }

  private static TableStream create(
      Session session, ObjectName name, Table base, OffsetClause offset, StreamOptions options) {
    // Only the owner of a table may have its changes recorded (create-stream, access control).
    session
        .engine()
        .access()
        .require(session.role(), base.isTracked() ? "SELECT" : "OWNERSHIP", base);
    ChangeTracking.begin(session, base);
    var position = new TableStream.Position(offset.version(session), options.initialRows());
    TableStream stream =
        new TableStream(
            name, base, options.appendOnly(), position, session.role(), session.engine().clock());
    stream.setComment(options.comment());
    return stream;
  }
}
