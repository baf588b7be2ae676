package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** CREATE FILE FORMAT. */
final class CreateFileFormat implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "FILE", "FORMAT");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Creation creation = Creation.read(statement, session, "FILE", "FORMAT");
    FileFormat format = FileFormatReader.read(statement);
    statement.expectEnd();
    return creation.store(
        session, new NamedFileFormat(creation.name(), format, session.engine().clock().instant()));
  }
}
