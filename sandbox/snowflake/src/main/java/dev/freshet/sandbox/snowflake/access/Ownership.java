package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import java.time.Instant;
import java.util.List;

/**
 * What creating, renaming and dropping does to grants: who creates owns, future grants are given,
 * and what is dropped leaves none. Source: sql-reference/sql/grant-privilege, future grants.
 *
 * @param role the role that does it
 */
record Ownership(Roles roles, String role, Instant now) {

  /** Notes a new object, maybe in the place of another of its name. */
  void replaced(SchemaObject object, boolean copiesGrants) {
    Securable on = Securable.of(object);
    roles.forget(g -> g.is(on) && (!copiesGrants || g.privilege().equals(Roles.OWNERSHIP)));
    created(on);
    boolean bySchema = give("SCHEMA", Securable.schema(object.name().inSchema()), on);
    if (!bySchema) {
      give("DATABASE", Securable.database(object.name().database()), on);
    }
  }

  void created(Securable object) {
    roles.grant(new Grant(Roles.OWNERSHIP, object.kind(), object.name(), "ROLE", role, true, now));
    if (object.kind().equals("SCHEMA")) {
      String database = object.name().substring(0, object.name().indexOf('.'));
      give("DATABASE", Securable.database(database), object);
    }
  }

  /** Future grants; those of a schema, if there are any, count instead of its database's. */
  private boolean give(String where, Securable container, Securable object) {
    Securable future =
        new Securable("FUTURE " + object.plural() + " IN " + where, container.name());
    List<Grant> given = roles.grants().stream().filter(grant -> grant.is(future)).toList();
    if (given.stream().anyMatch(grant -> grant.privilege().equals(Roles.OWNERSHIP))) {
      roles.forget(g -> g.is(object) && g.privilege().equals(Roles.OWNERSHIP)); // it has one owner
    }
    given.forEach(grant -> roles.grant(grant.on(object)));
    return !given.isEmpty();
  }

  void renamed(Securable before, Securable after) {
    roles.replace(grant -> grant.is(before), grant -> grant.on(after));
  }

  /** Forgets all grants on something, and on what was in it. */
  void dropped(Securable object) {
    boolean container = object.kind().equals("DATABASE") || object.kind().equals("SCHEMA");
    roles.forget(
        grant ->
            grant.is(object)
                || (container
                    && !grant.on().equals("ROLE")
                    && new Securable(grant.on(), grant.name()).isWithin(object)));
  }
}
