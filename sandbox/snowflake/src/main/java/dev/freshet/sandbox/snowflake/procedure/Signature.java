package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code name(type, …)}: how statements other than CALL name a procedure. */
public final class Signature {

  private Signature() {}

  /** The name it has in the catalog. */
  public static ObjectName read(TokenReader reader, Namespace namespace) {
    ObjectName base = ObjectName.read(reader, namespace);
    List<String> types = new ArrayList<>();
    reader.expectSymbol("(");
    while (!reader.acceptSymbol(")")) {
      types.add(new ProcedureArgument("", TypeReader.read(reader), Optional.empty()).signature());
      if (!reader.peek().isSymbol(")")) {
        reader.expectSymbol(",");
      }
    }
    return Procedure.signed(base, types);
  }
}
