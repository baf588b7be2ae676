package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.Token;
import java.util.List;

/**
 * An argument a procedure declares.
 *
 * @param defaultValue the tokens of its DEFAULT; empty if a CALL must give it
 */
record ProcedureArgument(String name, SqlType type, List<Token> defaultValue) {

  /** The type as it stands in a signature, without lengths. */
  String signature() {
    return type.family() == SqlType.Family.TEXT ? "VARCHAR" : type.family().name();
  }
}
