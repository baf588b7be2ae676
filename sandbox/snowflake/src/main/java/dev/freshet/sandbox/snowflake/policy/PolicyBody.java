package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** A policy's body, as DuckDB evaluates it for a row. */
final class PolicyBody {
  private PolicyBody() {}

  /** Reads a body and sees that it can be translated. */
  static String read(
      Session session, SchemaName schema, List<Policy.Argument> arguments, TokenReader reader) {
    int mark = reader.mark();
    List<String> nothing = arguments.stream().map(a -> "NULL").toList();
    Queries.expression(session, place(schema), reader, values(arguments, nothing));
    return reader.textSince(mark);
  }

  /**
   * The body as an expression.
   *
   * @param columns what its arguments stand for, in DuckDB's SQL
   */
  static String of(Session session, Policy policy, List<String> columns) {
    String from = values(policy.arguments(), columns);
    TokenReader body = new TokenReader(policy.body());
    String sql = Queries.expression(session, policy, body, from);
    body.expectEnd();
    return "(SELECT CAST(" + sql + " AS " + policy.returns().duckdb() + ") FROM " + from + ")";
  }

  private static String values(List<Policy.Argument> arguments, List<String> values) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Policy.Argument argument = arguments.get(i);
      items.add(
          "CAST("
              + values.get(i)
              + " AS "
              + argument.type().duckdb()
              + ") AS "
              + Identifiers.encode(argument.name()));
    }
    return "(SELECT " + String.join(", ", items) + ") AS \"$policy\"";
  }

  private static Namespace place(SchemaName schema) {
    return new Namespace() {
      @Override
      public String currentDatabase() {
        return schema.database();
      }

      @Override
      public String currentSchema() {
        return schema.schema();
      }
    };
  }
}
