package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;

/**
 * GRANT and REVOKE, of privileges and of roles. Source: sql-reference/sql/grant-privilege,
 * grant-role, grant-ownership, revoke-privilege.
 */
final class GrantStatements implements StatementHandler {

  private final Roles roles;

  GrantStatements(Roles roles) {
    this.roles = roles;
  }

  /** To whom: ROLE or USER, and the name. */
  private record Grantee(String kind, String name) {}

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("GRANT") || statement.startsWith("REVOKE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    boolean grants = statement.next().isWord("GRANT");
    boolean optionOnly = !grants && statement.accept("GRANT", "OPTION", "FOR");
    List<Grant> all = read(session, statement, grants);
    statement.expectEnd();
    return session
        .transaction()
        .ddl(
            () -> {
              for (Grant grant : all) {
                if (grants) {
                  roles.grant(grant);
                } else {
                  roles.revoke(grant);
                }
                if (optionOnly) {
                  roles.grant(grant);
                }
              }
              return Answers.done();
            });
  }

  private List<Grant> read(Session session, TokenReader reader, boolean grants) {
    List<String> privileges;
    Securable on;
    if (reader.accept("ROLE")) {
      privileges = List.of("USAGE");
      on = new Securable("ROLE", reader.identifier());
      roles.require(on.name());
    } else {
      privileges = Privileges.read(reader);
      reader.expect("ON");
      on = Securable.read(session, reader);
    }
    reader.expect(grants ? "TO" : "FROM");
    Grantee to = grantee(reader);
    boolean option = grants && reader.accept("WITH", "GRANT", "OPTION");
    if (privileges.contains("OWNERSHIP")) {
      if (!reader.accept("REVOKE", "CURRENT", "GRANTS")) {
        reader.accept("COPY", "CURRENT", "GRANTS");
      }
    }
    if (!grants) {
      reader.acceptAny("CASCADE", "RESTRICT");
    }
    var now = session.engine().clock().instant();
    return privileges.stream()
        .map(p -> new Grant(p, on.kind(), on.name(), to.kind(), to.name(), option, now))
        .toList();
  }

  private Grantee grantee(TokenReader reader) {
    if (reader.accept("USER")) {
      return new Grantee("USER", reader.identifier());
    }
    reader.accept("ROLE");
    String role = reader.identifier();
    roles.require(role);
    return new Grantee("ROLE", role);
  }
}
