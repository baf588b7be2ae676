package dev.freshet.cli.roles;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agreed grants as a table in Markdown. */
public final class RoleTable {
  private static final List<Role> COLUMNS =
      Arrays.stream(Role.values()).filter(r -> r != Role.AUDIT_OWNER).toList();

  private RoleTable() {}

  /** One row an object; a cell says what the role may do with it, in Snowflake's words. */
  public static String markdown() {
    Stream<String> roles =
        Arrays.stream(Role.values())
            .map(r -> row(Stream.of(r.word(), "`" + r.placeholder() + "`", r.duty())));
    Stream<String> objects =
        Entitlements.ALL.stream().map(e -> row(Stream.concat(Stream.of(object(e)), cells(e))));
    return Stream.of(
            Stream.of(row(Stream.of("role", "placeholder", "what it is for")), line(3)),
            roles,
            Stream.of(
                "",
                row(Stream.concat(Stream.of("on"), COLUMNS.stream().map(Role::word))),
                line(COLUMNS.size() + 1)),
            objects)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> cells(Entitlement entitlement) {
    return COLUMNS.stream().map(role -> words(entitlement, entitlement.of(role)));
  }

  private static String words(Entitlement entitlement, Set<String> privileges) {
    if (entitlement.kind().equals("PROCEDURE") && privileges.contains("USAGE")) {
      return "call";
    }
    return String.join(", ", privileges);
  }

  private static String object(Entitlement e) {
    String kind = e.kind().toLowerCase(java.util.Locale.ROOT);
    String kept = e.rights().containsKey(Role.AUDIT_OWNER) ? " (kept)" : "";
    return switch (e.kind()) {
      case "ACCOUNT" -> "the account";
      case "DATABASE", "INTEGRATION" -> "the " + e.name();
      case "SCHEMA" -> "the " + e.name();
      case "ROLE" -> "the role " + Role.valueOf(e.name()).word();
      default -> kind + " `" + e.name() + "`" + kept;
    };
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String line(int columns) {
    return "|" + "---|".repeat(columns);
  }
}
