package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** Who may do what. Thread-safe. Source: user-guide/security-access-control-privileges. */
public interface AccessControl {

  /** The role that may do everything. */
  String ADMINISTRATOR = "ACCOUNTADMIN";

  /** Lets everything pass. */
  AccessControl OPEN = new OpenAccess();

  /**
   * Fails if the session's role may not run a definition, a change of rows or USE. Relations that
   * are read, stages and procedures are checked where they are found, by {@link #require}.
   *
   * @param statement at its beginning, and left there
   * @return to be run once the statement has succeeded: notes what was created, renamed, dropped
   */
  Runnable admit(Session session, TokenReader statement);

  /**
   * Fails unless a role has a privilege on an object: 003001, or 002003 if it may not even know of
   * it, which takes USAGE of its database and schema and any privilege on it.
   */
  void require(String role, String privilege, SchemaObject object);

  /** Whether {@link #require} would pass. */
  boolean allows(String role, String privilege, SchemaObject object);

  /** What a role may know of now. */
  Sight sight(String role);

  /** The role that owns an object. */
  String ownerOf(SchemaObject object);

  /** The role that owns a schema. */
  String ownerOf(SchemaName schema);

  /** The role that owns a database. */
  String ownerOfDatabase(String name);

  /** The role of a new session of a user; 390189 if the user may not have the one it asks for. */
  String loginRole(String user, String wanted);
}
