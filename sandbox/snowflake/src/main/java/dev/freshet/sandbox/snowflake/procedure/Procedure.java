package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.stage.StageAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java procedure.
 *
 * @param base its name without the argument types; {@link #name} has them, as overloads differ by
 *     them
 * @param handler {@code package.Class.method}
 * @param ownersRights false for EXECUTE AS CALLER
 */
record Procedure(
    ObjectName base,
    List<ProcedureArgument> arguments,
    SqlType returns,
    List<StageAddress> imports,
    String handler,
    boolean ownersRights,
    String comment,
    Instant createdOn)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.PROCEDURE;
  }

  @Override
  public ObjectName name() {
    List<String> types = arguments.stream().map(ProcedureArgument::signature).toList();
    return signed(base, types);
  }

  /** The name in the catalog of a procedure with these argument types. */
  static ObjectName signed(ObjectName base, List<String> types) {
    return base.inSchema().object(base.name() + "(" + String.join(", ", types) + ")");
  }

  /** The argument list as SHOW and DESCRIBE print it. */
  String argumentList() {
    return arguments.stream()
        .map(argument -> argument.name() + " " + argument.signature())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Whether a CALL with so many arguments may mean this procedure. */
  boolean takes(int count) {
    long required = arguments.stream().filter(a -> a.defaultValue().isEmpty()).count();
    return required <= count && count <= arguments.size();
  }
}
