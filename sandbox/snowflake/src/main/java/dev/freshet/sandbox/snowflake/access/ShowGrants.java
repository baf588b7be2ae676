package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowValues;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.function.Predicate;

/** SHOW GRANTS. Source: sql-reference/sql/show-grants. */
final class ShowGrants implements StatementHandler {

  private final Roles roles;

  ShowGrants(Roles roles) {
    this.roles = roles;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SHOW", "GRANTS")
        || statement.startsWith("SHOW", "FUTURE", "GRANTS");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("SHOW");
    boolean future = statement.accept("FUTURE");
    statement.expect("GRANTS");
    boolean ofRole = statement.startsWith("OF");
    Predicate<Grant> wanted = wanted(session, statement);
    statement.expectEnd();
    List<Grant> found =
        roles.grants().stream()
            .filter(grant -> grant.on().startsWith("FUTURE ") == future)
            .filter(wanted)
            .toList();
    return ofRole ? members(found) : privileges(found);
  }

  private Predicate<Grant> wanted(Session session, TokenReader reader) {
    if (reader.accept("ON")) {
      Securable on = new SecurableReader(session, reader).one();
      return grant -> grant.on().equals(on.kind()) && grant.name().equals(on.name());
    }
    if (reader.accept("IN")) {
      Securable in = new SecurableReader(session, reader).one();
      return grant -> grant.on().endsWith("IN " + in.kind()) && grant.name().equals(in.name());
    }
    if (reader.accept("OF", "ROLE")) {
      String role = role(reader);
      return grant -> grant.is(Securable.role(role)) && !grant.privilege().equals(Roles.OWNERSHIP);
    }
    if (reader.accept("TO")) {
      String kind = reader.accept("USER") ? "USER" : "ROLE";
      reader.accept("ROLE");
      String name = kind.equals("ROLE") ? role(reader) : reader.identifier();
      return grant -> grant.toKind().equals(kind) && grant.to().equals(name);
    }
    return grant -> grant.toKind().equals("USER") && grant.to().equals(session.user());
  }

  private String role(TokenReader reader) {
    String role = reader.identifier();
    roles.require(role);
    return role;
  }

  private static Result privileges(List<Grant> grants) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text(
                "privilege",
                "granted_on",
                "name",
                "granted_to",
                "grantee_name",
                "grant_option",
                "granted_by");
    for (Grant grant : grants) {
      result.row(
          ShowValues.time(grant.createdOn()),
          grant.privilege(),
          grant.on(),
          grant.name(),
          grant.toKind(),
          grant.to(),
          Boolean.toString(grant.grantOption()),
          ShowValues.OWNER);
    }
    return result.build();
  }

  private static Result members(List<Grant> grants) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("role", "granted_to", "grantee_name", "granted_by");
    for (Grant grant : grants) {
      result.row(
          ShowValues.time(grant.createdOn()),
          grant.name(),
          grant.toKind(),
          grant.to(),
          ShowValues.OWNER);
    }
    return result.build();
  }
}
