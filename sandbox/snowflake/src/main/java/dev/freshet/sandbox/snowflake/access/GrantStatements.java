package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
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
    all.forEach(grant -> requireMayGrant(session.role(), grant));
    return session
        .transaction()
        .ddl(
            () -> {
              for (Grant grant : all) {
                if (grants) {
                  grant(grant);
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

  /** An object has one owner. */
  private void grant(Grant grant) {
    boolean owner = grant.privilege().equals(Roles.OWNERSHIP) && !grant.on().startsWith("FUTURE");
    if (owner) {
      roles.forget(
          g -> g.privilege().equals(Roles.OWNERSHIP) && g.is(new Securable(grant.on(), grant.name())));
    }
    roles.grant(grant);
  }

  private void requireMayGrant(String role, Grant grant) {
    Securable on = new Securable(grant.on(), grant.name());
    if (!roles.mayGrant(role, grant.privilege(), on)) {
      throw Authority.insufficient(on);
    }
  }

  private List<Grant> read(Session session, TokenReader reader, boolean grants) {
    List<String> privileges;
    List<Securable> all;
    if (reader.accept("ROLE")) {
      privileges = List.of("USAGE");
      all = List.of(Securable.role(reader.identifier()));
      roles.require(all.get(0).name());
    } else {
      privileges = Privileges.read(reader);
      reader.expect("ON");
      all = new SecurableReader(session, reader).read();
    }
    reader.expect(grants ? "TO" : "FROM");
    Grantee to = grantee(reader);
    boolean option = grants && reader.accept("WITH", "GRANT", "OPTION");
    if (privileges.contains(Roles.OWNERSHIP)) {
      currentGrants(reader, all);
    }
    if (!grants) {
      reader.acceptAny("CASCADE", "RESTRICT");
    }
    var now = session.engine().clock().instant();
    return all.stream()
        .flatMap(
            on ->
                privileges.stream()
                    .map(p -> new Grant(p, on.kind(), on.name(), to.kind(), to.name(), option, now)))
        .toList();
  }

  /** What others have on an object stays with a new owner, if it is said to; or is an error. */
  private void currentGrants(TokenReader reader, List<Securable> all) {
    if (reader.accept("REVOKE", "CURRENT", "GRANTS")) {
      throw new UnsupportedSql("GRANT OWNERSHIP … REVOKE CURRENT GRANTS");
    }
    boolean copied = reader.accept("COPY", "CURRENT", "GRANTS");
    boolean others =
        roles.grants().stream()
            .anyMatch(g -> !g.privilege().equals(Roles.OWNERSHIP) && all.stream().anyMatch(g::is));
    if (others && !copied) {
      throw new SnowflakeException(
          "003036",
          "42501",
          "SQL access control error:\nDependent grant of privilege exists. It must be revoked first."
              + " More than one dependent grant may exist: use 'SHOW GRANTS' command to view them,"
              + " or say COPY CURRENT GRANTS.");
    }
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
