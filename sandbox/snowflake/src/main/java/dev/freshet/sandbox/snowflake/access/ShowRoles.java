package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.Show;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.show.ShowValues;

/** SHOW ROLES. Source: sql-reference/sql/show-roles. */
final class ShowRoles extends Show {

  private final Roles roles;

  ShowRoles(Roles roles) {
    super("ROLES");
    this.roles = roles;
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .timestamp("created_on")
            .text("name", "is_default", "is_current", "is_inherited")
            .number("assigned_to_users", "granted_to_roles", "granted_roles")
            .text("owner", "comment");
    for (Roles.Role role : clause.select(roles.all(), Roles.Role::name)) {
      result.row(
          ShowValues.time(role.createdOn()),
          role.name(),
          "N",
          ShowValues.yesNo(role.name().equals(session.role())),
          "N",
          count(role.name(), "USER"),
          count(role.name(), "ROLE"),
          Long.toString(
              roles.grants().stream()
                  .filter(g -> isRole(g) && g.to().equals(role.name()))
                  .count()),
          ShowValues.OWNER,
          role.comment());
    }
    return result.build();
  }

  private String count(String role, String toKind) {
    return Long.toString(
        roles.grants().stream()
            .filter(g -> isRole(g) && g.name().equals(role))
            .filter(g -> g.toKind().equals(toKind))
            .count());
  }

  private static boolean isRole(Grant grant) {
    return grant.on().equals("ROLE") && !grant.privilege().equals(Roles.OWNERSHIP);
  }
}
