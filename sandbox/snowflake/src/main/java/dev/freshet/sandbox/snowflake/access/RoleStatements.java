package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.access.Roles.Role;
import dev.freshet.sandbox.snowflake.ddl.CreateOptions;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;

/** CREATE ROLE and DROP ROLE. Source: sql-reference/sql/create-role. */
final class RoleStatements implements StatementHandler {

  private final Roles roles;

  RoleStatements(Roles roles) {
    this.roles = roles;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "ROLE") || statement.startsWith("DROP", "ROLE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    return session
        .transaction()
        .ddl(() -> statement.accept("DROP", "ROLE") ? drop(statement) : create(session, statement));
  }

  private Result create(Session session, TokenReader reader) {
    CreateOptions creation = CreateOptions.read(reader);
    reader.expect("ROLE");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    String name = reader.identifier();
    StringBuilder comment = new StringBuilder();
    new OptionReader(reader, Map.of("COMMENT", option -> comment.append(reader.string())))
        .readAll();
    reader.expectEnd();
    if (!creation.mayCreate(roles.has(name), ifNotExists, name)) {
      return Answers.alreadyThere(name);
    }
    if (roles.has(name)) {
      roles.remove(name);
    }
    roles.put(new Role(name, comment.toString(), session.engine().clock().instant()));
    return Answers.created("Role", name);
  }

  private Result drop(TokenReader reader) {
    boolean ifExists = reader.accept("IF", "EXISTS");
    String name = reader.identifier();
    reader.expectEnd();
    if (ifExists && !roles.has(name)) {
      return Answers.alreadyDropped(name);
    }
    roles.remove(name);
    return Answers.dropped(name);
  }
}
