package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.AccessControl;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Locale;

/** The access control of an account: what the engine asks. */
final class Authority implements AccessControl {

  private final Engine engine;
  private final Roles roles;
  private final Users users;

  Authority(Engine engine, Roles roles, Users users) {
    this.engine = engine;
    this.roles = roles;
    this.users = users;
  }

  Engine engine() {
    return engine;
  }

  Roles roles() {
    return roles;
  }

  Users users() {
    return users;
  }

  @Override
  public Runnable admit(Session session, TokenReader statement) {
    return new StatementRules(this, session, statement.restarted()).admit();
  }

  @Override
  public void require(String role, String privilege, SchemaObject object) {
    Securable on = Securable.of(object);
    if (!knows(role, object)) {
      throw SnowflakeException.missing(object.kind().label(), object.name());
    }
    if (!roles.holds(role, privilege, on)) {
      throw insufficient(on);
    }
  }

  @Override
  public boolean allows(String role, String privilege, SchemaObject object) {
    return knows(role, object) && roles.holds(role, privilege, Securable.of(object));
  }

  /** Whether a role may know that an object is there. */
  boolean knows(String role, SchemaObject object) {
    return uses(role, object.name().inSchema()) && roles.knows(role, Securable.of(object));
  }

  /** Whether a role may use a schema and its database. */
  boolean uses(String role, SchemaName schema) {
    return roles.knows(role, Securable.database(schema.database()))
        && roles.knows(role, Securable.schema(schema))
        && roles.holds(role, "USAGE", Securable.database(schema.database()))
        && roles.holds(role, "USAGE", Securable.schema(schema));
  }

  /** The same for something that is no object of a schema. */
  void require(String role, String privilege, Securable on) {
    if (!roles.holds(role, privilege, on)) {
      throw insufficient(on);
    }
  }

  @Override
  public Sight sight(String role) {
    return RoleSight.of(roles, role);
  }

  @Override
  public String ownerOf(SchemaObject object) {
    return ownerOf(Securable.of(object));
  }

  @Override
  public String ownerOf(SchemaName schema) {
    return ownerOf(Securable.schema(schema));
  }

  @Override
  public String ownerOfDatabase(String name) {
    return ownerOf(Securable.database(name));
  }

  private String ownerOf(Securable on) {
    return roles.ownerOf(on).orElse(ADMINISTRATOR);
  }

  @Override
  public String loginRole(String user, String wanted) {
    return users.loginRole(user, wanted);
  }

  static SnowflakeException insufficient(Securable on) {
    String what = on.equals(Securable.ACCOUNT) ? "account" : on.kind().toLowerCase(Locale.ROOT);
    String last = on.name().substring(on.name().lastIndexOf('.') + 1);
    return new SnowflakeException(
        "003001",
        "42501",
        "SQL access control error:\nInsufficient privileges to operate on "
            + what
            + (last.isEmpty() ? "" : " '" + last + "'"));
  }
}
