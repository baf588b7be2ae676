package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A parsed CALL.
 *
 * @param expressions one for each argument the procedure declares, DEFAULTs filled in
 */
record Call(Procedure procedure, List<Expression> expressions) {

  static Call read(Session session, TokenReader reader) {
    reader.expect("CALL");
    ObjectName name = ObjectName.read(reader, session);
    List<Expression> given = expressions(reader);
    reader.expectEnd();
    Procedure procedure = resolve(session, name, given.size());
    List<Expression> expressions = new ArrayList<>(given);
    procedure.arguments().stream()
        .skip(given.size())
        .flatMap(argument -> argument.defaultValue().stream())
        .forEach(expressions::add);
    return new Call(procedure, List.copyOf(expressions));
  }

  /** The values of the arguments, in the form the runner takes. */
  List<@Nullable String> arguments(Session session) {
    if (expressions.isEmpty()) {
      return List.of();
    }
    TokenReader query = new TokenReader(query());
    Result result = Queries.run(session, Queries.translate(session, query), StatementType.SELECT);
    @Nullable String[] row = result.rows().get(0);
    for (int i = 0; i < row.length; i++) {
      if (procedure.arguments().get(i).type().family() == SqlType.Family.BOOLEAN
          && row[i] != null) {
        row[i] = Boolean.toString("1".equals(row[i]));
      }
    }
    return Arrays.asList(row);
  }

  /** {@code SELECT CAST(<expression> AS <declared type>), …}. */
  private String query() {
    StringJoiner casts = new StringJoiner(", ", "SELECT ", "");
    for (int i = 0; i < expressions.size(); i++) {
      SqlType type = procedure.arguments().get(i).type();
      casts.add("CAST(" + expressions.get(i).sql() + " AS " + type.snowflake() + ")");
    }
    return casts.toString();
  }

  private static List<Expression> expressions(TokenReader reader) {
    List<Expression> expressions = new ArrayList<>();
    reader.expectSymbol("(");
    while (!reader.acceptSymbol(")")) {
      if (reader.peek(1).isSymbol("=>")) {
        throw new UnsupportedSql("CALL with arguments by name");
      }
      expressions.add(Expression.read(reader));
      if (!reader.peek().isSymbol(")")) {
        reader.expectSymbol(",");
      }
    }
    return expressions;
  }

  private static Procedure resolve(Session session, ObjectName name, int arguments) {
    List<Procedure> found =
        session.engine().catalog().all(Procedure.class).stream()
            .filter(p -> p.base().equals(name) && p.takes(arguments))
            .filter(p -> session.engine().access().allows(session.role(), "USAGE", p))
            .toList();
    if (found.isEmpty()) {
      throw SnowflakeException.compilation(
          "002140", "Unknown function " + name + " with " + arguments + " argument(s)");
    }
    if (found.size() > 1) {
      throw new UnsupportedSql(
          "overloads that only the types of arguments tell apart: "
              + found.stream().map(p -> p.name().name()).toList());
    }
    return found.get(0);
  }
}
