package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Optional;

/** ALTER STREAM … SET COMMENT = '…' | UNSET COMMENT. Source: sql-reference/sql/alter-stream. */
final class AlterStream implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("ALTER", "STREAM");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("ALTER", "STREAM");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    Optional<String> comment = comment(statement);
    statement.expectEnd();
    return session
        .transaction()
        .ddl(() -> alter(session.engine().catalog(), name, ifExists, comment));
  }

  private static Optional<String> comment(TokenReader statement) {
    if (statement.accept("UNSET", "COMMENT")) {
      return Optional.empty();
    }
    statement.expect("SET", "COMMENT");
    statement.expectSymbol("=");
    return Optional.of(statement.string());
  }

  private static Result alter(
      Catalog catalog, ObjectName name, boolean ifExists, Optional<String> comment) {
    if (!ifExists || catalog.find(ObjectKind.STREAM, name).isPresent()) {
      catalog.get(ObjectKind.STREAM, name, TableStream.class).setComment(comment);
    }
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }
}
