package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ALTER TABLE … MODIFY COLUMN … SET or UNSET MASKING POLICY, … ADD or DROP ROW ACCESS POLICY. One
 * masking policy to a column, one row access policy to a table. Source: sql-reference/sql/
 * alter-table-column, alter-table.
 */
final class AlterTablePolicies implements StatementHandler {
  private final Policies policies;

  AlterTablePolicies(Policies policies) {
    this.policies = policies;
  }

  @Override
  public boolean handles(TokenReader statement) {
    if (!statement.startsWith("ALTER", "TABLE")) {
      return false;
    }
    for (int i = 2; statement.peek(i).kind() != Token.Kind.END; i++) {
      boolean masking = statement.peek(i).isWord("MASKING");
      boolean rowAccess = statement.peek(i).isWord("ROW") && statement.peek(i + 1).isWord("ACCESS");
      if (masking || rowAccess) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("ALTER", "TABLE");
    ObjectName name = ObjectName.read(statement, session);
    Table table = session.engine().catalog().get(ObjectKind.RELATION, name, Table.class);
    Runnable change = change(session, statement, table);
    statement.expectEnd();
    return session
        .transaction()
        .ddl(
            () -> {
              change.run();
              return Answers.done();
            });
  }

  private Runnable change(Session session, TokenReader reader, Table table) {
    if (reader.accept("ADD", "ROW", "ACCESS", "POLICY")) {
      Policy policy = policy(session, reader, Policy.Kind.ROW_ACCESS);
      reader.expect("ON");
      PolicyUse use = new PolicyUse(policy, Optional.empty(), columns(reader, table));
      requireArguments(use);
      return () -> add(table, use);
    }
    if (reader.accept("DROP", "ROW", "ACCESS", "POLICY")) {
      Policy policy = policy(session, reader, Policy.Kind.ROW_ACCESS);
      return () ->
          rowAccess(table)
              .filter(u -> u.policy().equals(policy))
              .ifPresentOrElse(
                  u -> policies.unset(table, u), () -> notSet(policy.name().toString(), table));
    }
    if (reader.acceptAny("ALTER", "MODIFY").isEmpty()) {
      throw reader.unexpected("expected ADD, DROP, ALTER or MODIFY of a policy");
    }
    reader.accept("COLUMN");
    return masking(session, reader, table, column(reader, table));
  }

  private Runnable masking(Session session, TokenReader reader, Table table, String column) {
    if (reader.accept("UNSET", "MASKING", "POLICY")) {
      return () ->
          policies
              .masking(table, column)
              .ifPresentOrElse(u -> policies.unset(table, u), () -> notSet("none", table));
    }
    reader.expect("SET", "MASKING", "POLICY");
    Policy policy = policy(session, reader, Policy.Kind.MASKING);
    List<String> columns = reader.accept("USING") ? columns(reader, table) : List.of(column);
    PolicyUse use = new PolicyUse(policy, Optional.of(column), columns);
    requireArguments(use);
    boolean force = reader.accept("FORCE");
    return () -> {
      if (force) {
        policies.masking(table, column).ifPresent(u -> policies.unset(table, u));
      }
      add(table, use);
    };
  }

  private void add(Table table, PolicyUse use) {
    boolean there =
        use.masked().isPresent()
            ? policies.masking(table, use.masked().get()).isPresent()
            : rowAccess(table).isPresent();
    if (there) {
      throw SnowflakeException.compilation(
          "003560",
          "Object " + table + " already has a policy of this kind. Only one is allowed at a time.");
    }
    policies.set(table, use);
  }

  private Optional<PolicyUse> rowAccess(Table table) {
    return policies.of(table).stream().filter(u -> u.masked().isEmpty()).findFirst();
  }

  private static Policy policy(Session session, TokenReader reader, Policy.Kind kind) {
    ObjectName name = ObjectName.read(reader, session);
    Policy policy = session.engine().catalog().get(ObjectKind.POLICY, name, Policy.class);
    if (policy.policyKind() != kind) {
      throw SnowflakeException.missing("Policy", name);
    }
    return policy;
  }

  private static List<String> columns(TokenReader reader, Table table) {
    List<String> columns = new ArrayList<>();
    reader.expectSymbol("(");
    do {
      columns.add(column(reader, table));
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return List.copyOf(columns);
  }

  private static String column(TokenReader reader, Table table) {
    String name = reader.identifier();
    if (table.column(name).isEmpty()) {
      throw SnowflakeException.compilation(
          "000904", "invalid identifier '" + ObjectName.quoted(name) + "'");
    }
    return name;
  }

  private static void requireArguments(PolicyUse use) {
    if (use.policy().arguments().size() != use.columns().size()) {
      throw SnowflakeException.compilation(
          "003552",
          "Policy "
              + use.policy().name()
              + " takes "
              + use.policy().arguments().size()
              + " columns, found "
              + use.columns().size());
    }
  }

  private static void notSet(String policy, Table table) {
    throw SnowflakeException.compilation(
        "003561", "Policy " + policy + " is not set on " + table + ", or on that column of it.");
  }
}
