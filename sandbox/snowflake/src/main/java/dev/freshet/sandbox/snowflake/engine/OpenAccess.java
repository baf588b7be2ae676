package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** The access control of an engine without roles. */
final class OpenAccess implements AccessControl {

  @Override
  public Runnable admit(Session session, TokenReader statement) {
    return () -> {};
  }

  @Override
  public void require(String role, String privilege, SchemaObject object) {}

  @Override
  public boolean allows(String role, String privilege, SchemaObject object) {
    return true;
  }

  @Override
  public Sight sight(String role) {
    return Sight.ALL;
  }

  @Override
  public String ownerOf(SchemaObject object) {
    return ADMINISTRATOR;
  }

  @Override
  public String ownerOf(SchemaName schema) {
    return ADMINISTRATOR;
  }

  @Override
  public String ownerOfDatabase(String name) {
    return ADMINISTRATOR;
  }

  @Override
  public String loginRole(String user, String wanted) {
    return wanted.isEmpty() ? ADMINISTRATOR : wanted;
  }
}
