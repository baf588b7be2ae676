package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.AccessControl;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import java.util.HashSet;
import java.util.Set;

/**
 * What a role knows of, gathered once for a whole listing.
 *
 * @param known what it has any privilege on
 * @param used the databases and schemas that it may use
 */
record RoleSight(Set<Securable> known, Set<Securable> used) implements Sight {

  static Sight of(Roles roles, String role) {
    Set<String> inherited = roles.inheritedBy(role);
    if (inherited.contains(AccessControl.ADMINISTRATOR)) {
      return Sight.ALL;
    }
    Set<Securable> known = new HashSet<>();
    Set<Securable> used = new HashSet<>();
    for (Grant grant : roles.grants()) {
      if (grant.isTo(inherited)) {
        Securable on = new Securable(grant.on(), grant.name());
        known.add(on);
        if (grant.gives("USAGE")) {
          used.add(on);
        }
      }
    }
    return new RoleSight(known, used);
  }

  @Override
  public boolean of(SchemaObject object) {
    return used.contains(Securable.database(object.name().database()))
        && used.contains(Securable.schema(object.name().inSchema()))
        && known.contains(Securable.of(object));
  }

  @Override
  public boolean of(SchemaName schema) {
    return known.contains(Securable.schema(schema));
  }

  @Override
  public boolean ofDatabase(String name) {
    return known.contains(Securable.database(name));
  }
}
