package dev.freshet.sandbox.snowflake.statement;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;

/** {@code USE [DATABASE | SCHEMA | ROLE | WAREHOUSE] name}. */
public final class UseHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("USE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("USE");
    switch (reader.acceptAny("DATABASE", "SCHEMA", "ROLE", "WAREHOUSE", "SECONDARY")) {
      case "SCHEMA" -> {
        SchemaName name = SchemaName.read(reader, session);
        session.use(name.database(), name.schema());
      }
      case "ROLE" -> session.useRole(reader.identifier());
      case "WAREHOUSE" -> session.useWarehouse(reader.identifier());
      case "SECONDARY" -> {
        reader.expect("ROLES");
        reader.identifier();
      }
      default -> database(session, reader.dottedName());
    }
    reader.expectEnd();
    return Result.status(StatementType.USE, "Statement executed successfully.");
  }

  private static void database(Session session, List<String> parts) {
    session.use(parts.get(0), parts.size() > 1 ? parts.get(1) : null);
  }
}
