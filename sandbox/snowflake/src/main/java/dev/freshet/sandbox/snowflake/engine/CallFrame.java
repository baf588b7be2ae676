package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;

/**
 * A procedure under way in a session.
 *
 * @param owner the role that owns the procedure
 * @param ownersRights whether it runs with its owner's rights: then it may not change the session
 * @param transactionWasOpen whether the caller had a transaction open; the procedure cannot end
 *     that one
 */
public record CallFrame(
    ObjectName procedure, String owner, boolean ownersRights, boolean transactionWasOpen)
    implements Namespace {

  /** An owner's-rights procedure resolves names against its own database and schema. */
  @Override
  public String currentDatabase() {
    return procedure.database();
  }

  @Override
  public String currentSchema() {
    return procedure.schema();
  }
}
