package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;

/**
 * Puts a table's policies around what is read of it: first the rows it lets through, as they are,
 * then what it shows of their columns. So in queries, streams, CHANGES and unloads alike (sql-
 * reference/sql/copy-into-location, user-guide/security-row-intro).
 */
final class PolicedReading implements Extensions.TableReading {
  private final Policies policies;

  PolicedReading(Policies policies) {
    this.policies = policies;
  }

  @Override
  public String relation(Session session, Table table, String rows) {
    List<PolicyUse> uses = policies.of(table);
    if (uses.isEmpty()) {
      return rows;
    }
    String filtered = rows;
    for (PolicyUse use : uses) {
      if (use.masked().isEmpty()) {
        filtered = "(SELECT * FROM " + filtered + " AS T WHERE " + body(session, use) + ")";
      }
    }
    List<String> masks =
        uses.stream()
            .flatMap(
                use ->
                    use.masked().stream()
                        .map(c -> body(session, use) + " AS " + Identifiers.encode(c)))
            .toList();
    return masks.isEmpty()
        ? filtered
        : "(SELECT * REPLACE (" + String.join(", ", masks) + ") FROM " + filtered + " AS T)";
  }

  private static String body(Session session, PolicyUse use) {
    List<String> columns = use.columns().stream().map(c -> "T." + Identifiers.encode(c)).toList();
    return PolicyBody.of(session, use.policy(), columns);
  }

  @Override
  public void requireNoPolicy(Table table, String what) {
    if (!policies.of(table).isEmpty()) {
      throw new UnsupportedSql(what + " a table with policies, such as " + table);
    }
  }
}
