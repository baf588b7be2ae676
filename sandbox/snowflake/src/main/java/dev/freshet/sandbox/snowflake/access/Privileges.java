package dev.freshet.sandbox.snowflake.access;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads privileges. Source: user-guide/security-access-control-privileges. */
final class Privileges {

  private static final Set<String> SINGLE =
      Set.of(
          "USAGE",
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "TRUNCATE",
          "REFERENCES",
          "MONITOR",
          "OPERATE",
          "MODIFY",
          "READ",
          "WRITE",
          "OWNERSHIP",
          "APPLYBUDGET",
          "REBUILD",
          "REFERENCE_USAGE",
          "EVOLVE");

  /** What CREATE, EXECUTE, MANAGE and so on may be followed by. */
  private static final Set<String> COMPOUND =
      Set.of(
          "CREATE DATABASE",
          "CREATE SCHEMA",
          "CREATE TABLE",
          "CREATE TRANSIENT TABLE",
          "CREATE DYNAMIC TABLE",
          "CREATE VIEW",
          "CREATE STAGE",
          "CREATE FILE FORMAT",
          "CREATE STREAM",
          "CREATE TASK",
          "CREATE PROCEDURE",
          "CREATE FUNCTION",
          "CREATE SEQUENCE",
          "CREATE PIPE",
          "CREATE TEMPORARY TABLE",
          "CREATE MATERIALIZED VIEW",
          "CREATE ROLE",
          "CREATE USER",
          "CREATE WAREHOUSE",
          "CREATE INTEGRATION",
          "CREATE ALERT",
          "CREATE TAG",
          "EXECUTE TASK",
          "EXECUTE MANAGED TASK",
          "EXECUTE ALERT",
          "EXECUTE MANAGED ALERT",
          "MANAGE GRANTS",
          "MANAGE WAREHOUSES",
          "MONITOR USAGE",
          "MONITOR EXECUTION",
          "IMPORTED PRIVILEGES",
          "APPLY TAG");

  private Privileges() {}

  /** Privileges separated by commas; {@code ALL PRIVILEGES} stays one. */
  static List<String> read(TokenReader reader) {
    if (reader.accept("ALL")) {
      reader.accept("PRIVILEGES");
      return List.of("ALL");
    }
    List<String> privileges = new ArrayList<>();
    do {
      privileges.add(privilege(reader));
    } while (reader.acceptSymbol(","));
    return privileges;
  }

  private static String privilege(TokenReader reader) {
    int mark = reader.mark();
    StringBuilder words = new StringBuilder(reader.identifier());
    while (!reader.peek().isWord("ON") && !reader.peek().isSymbol(",") && !reader.atEnd()) {
      words.append(' ').append(reader.identifier());
    }
    String privilege = words.toString();
    if (!SINGLE.contains(privilege) && !COMPOUND.contains(privilege)) {
      reader.reset(mark);
      throw reader.unexpected("expected a privilege the sandbox knows");
    }
    return privilege;
  }
}
