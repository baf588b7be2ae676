package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** CREATE PROCEDURE. Neither the jar nor the handler is looked at before the first CALL. */
final class CreateProcedure implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "PROCEDURE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Creation creation = Creation.read(statement, session, "PROCEDURE");
    Procedure procedure = new ProcedureReader(session, statement).read(creation.name());
    var catalog = session.engine().catalog();
    catalog
        .find(ObjectKind.PROCEDURE, procedure.name())
        .ifPresent(there -> session.engine().access().require(session.role(), "OWNERSHIP", there));
    return creation.store(session, procedure);
  }
}
