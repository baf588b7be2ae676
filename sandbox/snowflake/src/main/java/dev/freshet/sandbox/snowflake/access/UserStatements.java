package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.ddl.CreateOptions;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Locale;
import java.util.Map;

/**
 * CREATE USER and DROP USER. Passwords and keys are read and forgotten: the sandbox lets anybody
 * in. Source: sql-reference/sql/create-user.
 */
final class UserStatements implements StatementHandler {

  private final Users users;

  UserStatements(Users users) {
    this.users = users;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "USER") || statement.startsWith("DROP", "USER");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    return session
        .transaction()
        .ddl(() -> statement.accept("DROP", "USER") ? drop(statement) : create(statement));
  }

  private Result create(TokenReader reader) {
    CreateOptions creation = CreateOptions.read(reader);
    reader.expect("USER");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    String name = reader.identifier();
    StringBuilder role = new StringBuilder();
    new OptionReader(
            reader,
            Map.of(
                "DEFAULT_ROLE", option -> role.append(option.literal().toUpperCase(Locale.ROOT)),
                "PASSWORD", OptionReader::literal,
                "RSA_PUBLIC_KEY", OptionReader::literal,
                "TYPE", OptionReader::literal,
                "DEFAULT_WAREHOUSE", OptionReader::literal,
                "DEFAULT_NAMESPACE", OptionReader::literal,
                "MUST_CHANGE_PASSWORD", OptionReader::literal,
                "COMMENT", OptionReader::literal))
        .readAll();
    reader.expectEnd();
    if (!creation.mayCreate(users.has(name), ifNotExists, name)) {
      return Answers.alreadyThere(name);
    }
    users.put(name, role.toString());
    return Answers.created("User", name);
  }

  private Result drop(TokenReader reader) {
    boolean ifExists = reader.accept("IF", "EXISTS");
    String name = reader.identifier();
    reader.expectEnd();
    if (!users.has(name)) {
      if (ifExists) {
        return Answers.alreadyDropped(name);
      }
      throw SnowflakeException.missing("User", name);
    }
    users.remove(name);
    return Answers.dropped(name);
  }
}
