package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.time.Instant;
import java.util.List;

/**
 * A policy. Names in its body are completed from its own schema.
 *
 * @param body an expression over the arguments, in Snowflake's SQL
 * @param returns the first argument's type, or BOOLEAN
 */
record Policy(
    ObjectName name,
    Kind policyKind,
    List<Argument> arguments,
    SqlType returns,
    String body,
    Instant createdOn)
    implements SchemaObject, Namespace {

  /** What a policy does. */
  enum Kind {
    MASKING,
    ROW_ACCESS;

    /** The words of statements about it. */
    String[] words() {
      return (name() + "_POLICY").split("_");
    }
  }

  /** An argument: a column's value in the body. */
  record Argument(String name, SqlType type) {}

  @Override
  public ObjectKind kind() {
    return ObjectKind.POLICY;
  }

  @Override
  public String currentDatabase() {
    return name.database();
  }

  @Override
  public String currentSchema() {
    return name.schema();
  }
}
