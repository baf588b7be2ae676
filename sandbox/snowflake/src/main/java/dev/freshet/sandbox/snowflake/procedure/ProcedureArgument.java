package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.Optional;

/**
 * An argument a procedure declares.
 *
 * @param defaultValue its DEFAULT; empty if a CALL must give it
 */
record ProcedureArgument(String name, SqlType type, Optional<Expression> defaultValue) {

  /** The type as it stands in a signature, without lengths. */
  String signature() {
    return type.family() == SqlType.Family.TEXT ? "VARCHAR" : type.family().name();
  }
}
