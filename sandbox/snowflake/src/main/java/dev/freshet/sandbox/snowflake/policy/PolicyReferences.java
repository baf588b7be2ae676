package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * POLICY_REFERENCES(REF_ENTITY_NAME => …, REF_ENTITY_DOMAIN => 'TABLE' | 'VIEW'): the policies of a
 * table; views have none here. Every role sees all of them; in Snowflake what a role sees depends
 * on its privileges. Source: sql-reference/functions/policy_references.
 */
final class PolicyReferences implements Extensions.TableFunction {
  private static final List<String> COLUMNS =
      List.of(
          "POLICY_DB",
          "POLICY_SCHEMA",
          "POLICY_NAME",
          "POLICY_KIND",
          "REF_DATABASE_NAME",
          "REF_SCHEMA_NAME",
          "REF_ENTITY_NAME",
          "REF_ENTITY_DOMAIN",
          "REF_COLUMN_NAME",
          "REF_ARG_COLUMN_NAMES",
          "POLICY_STATUS");

  private final Policies policies;

  PolicyReferences(Policies policies) {
    this.policies = policies;
  }

  @Override
  public String relation(Session session, TokenReader arguments) {
    arguments.expect("REF_ENTITY_NAME");
    arguments.expectSymbol("=>");
    ObjectName name = ObjectName.parse(arguments.string(), session);
    arguments.expectSymbol(",");
    arguments.expect("REF_ENTITY_DOMAIN");
    arguments.expectSymbol("=>");
    String domain = arguments.string().toUpperCase(java.util.Locale.ROOT);
    Relation relation = session.engine().catalog().get(ObjectKind.RELATION, name, Relation.class);
    if (!domain.equals(relation instanceof Table ? "TABLE" : "VIEW")) {
      throw arguments.unexpected(
          "the sandbox's POLICY_REFERENCES answers for tables as TABLE and for views as VIEW");
    }
    List<PolicyUse> uses = relation instanceof Table table ? policies.of(table) : List.of();
    String rows = uses.stream().map(use -> row(name, use)).collect(Collectors.joining(", "));
    String names = "\"" + String.join("\", \"", COLUMNS) + "\"";
    String nothing =
        COLUMNS.stream().map(c -> "CAST(NULL AS VARCHAR)").collect(Collectors.joining(", "));
    return "(SELECT * FROM (VALUES "
        + (rows.isEmpty() ? "(" + nothing + ")" : rows)
        + ") AS P("
        + names
        + ")"
        + (rows.isEmpty() ? " WHERE FALSE)" : ")");
  }

  private static String row(ObjectName table, PolicyUse use) {
    ObjectName policy = use.policy().name();
    Optional<String> further =
        use.columns().size() > use.masked().stream().count()
            ? Optional.of("[ " + String.join(", ", use.columns()) + " ]")
            : Optional.empty();
    return Stream.of(
            text(policy.database()),
            text(policy.schema()),
            text(policy.name()),
            text(use.policy().policyKind() + "_POLICY"),
            text(table.database()),
            text(table.schema()),
            text(table.name()),
            text("TABLE"),
            use.masked().map(PolicyReferences::text).orElse("CAST(NULL AS VARCHAR)"),
            further.map(PolicyReferences::text).orElse("CAST(NULL AS VARCHAR)"),
            text("ACTIVE"))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
