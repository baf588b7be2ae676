package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;

/**
 * CREATE STORAGE INTEGRATION: checked for its shape and otherwise without effect, since the sandbox
 * reaches its own S3 and no role has to be assumed.
 */
final class CreateStorageIntegration implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "STORAGE", "INTEGRATION");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("CREATE");
    statement.accept("OR", "REPLACE");
    statement.expect("STORAGE", "INTEGRATION");
    statement.accept("IF", "NOT", "EXISTS");
    String name = statement.identifier();
    new OptionReader(
            statement,
            Map.of(
                "TYPE", OptionReader::word,
                "STORAGE_PROVIDER", OptionReader::word,
                "STORAGE_AWS_ROLE_ARN", OptionReader::word,
                "STORAGE_AWS_EXTERNAL_ID", OptionReader::word,
                "STORAGE_AWS_OBJECT_ACL", OptionReader::word,
                "STORAGE_ALLOWED_LOCATIONS", OptionReader::texts,
                "STORAGE_BLOCKED_LOCATIONS", OptionReader::texts,
                "ENABLED", OptionReader::bool,
                "COMMENT", OptionReader::word))
        .readAll();
    statement.expectEnd();
    return Result.status(StatementType.DDL, "Integration " + name + " successfully created.");
  }
}
