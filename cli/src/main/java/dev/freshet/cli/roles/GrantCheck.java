package dev.freshet.cli.roles;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the grants of an account against what is agreed. To be run by an administrator: SHOW GRANTS
 * tells others less.
 */
public final class GrantCheck {
  /** What nothing of ours needs, and what a source's owner or a warehouse's may grant. */
  private static final Set<String> ELSEWHERE = Set.of("SELECT", "USAGE", "REFERENCES");

  /** What lets the owner see policies on sources (docs/halts.md). */
  private static final Set<String> OPTIONAL =
      Set.of("APPLY MASKING POLICY", "APPLY ROW ACCESS POLICY");

  private final Connection connection;
  private final Names names;

  public GrantCheck(Connection connection, Names names) {
    this.connection = connection;
    this.names = names;
  }

  /**
   * Compares.
   *
   * @return what is too much and what is missing, one sentence each with what to do; empty if the
   *     account is as agreed
   * @throws SQLException if a listing is refused
   */
  public List<String> findings() throws SQLException {
    List<String> findings = new ArrayList<>();
    for (Role role : Role.values()) {
      findings.addAll(findings(role));
    }
    String nobody = names.of(Role.AUDIT_OWNER);
    for (String member : column("SHOW GRANTS OF ROLE " + nobody, "grantee_name")) {
      findings.add(nobody + " is granted to " + member + ": revoke it; nobody may have it");
    }
    for (SeenGrant grant : grants("SHOW GRANTS TO ROLE PUBLIC")) {
      if (grant.isIn(names.database())) {
        findings.add("everybody has " + grant + ": REVOKE " + grant + " FROM ROLE PUBLIC");
      }
    }
    for (String future : column("SHOW FUTURE GRANTS IN DATABASE " + names.database(), "name")) {
      findings.add("there is a grant on future objects, " + future + ": revoke it");
    }
    return findings;
  }

  private List<String> findings(Role role) throws SQLException {
    Set<SeenGrant> agreed = agreed(role);
    Set<SeenGrant> seen =
        grants("SHOW GRANTS TO ROLE " + names.of(role)).stream().collect(Collectors.toSet());
    List<String> findings = new ArrayList<>();
    for (SeenGrant grant : sorted(seen)) {
      if (!agreed.contains(grant) && !mayBeThere(role, grant)) {
        findings.add(
            names.of(role)
                + " has "
                + grant
                + ", which is not agreed: REVOKE "
                + grant
                + " FROM ROLE "
                + names.of(role));
      }
    }
    for (SeenGrant grant : sorted(agreed)) {
      if (!seen.contains(grant)) {
        findings.add(names.of(role) + " lacks " + grant + ": deploy again, with --account");
      }
    }
    return findings;
  }

  private Set<SeenGrant> agreed(Role role) {
    return Entitlements.ALL.stream()
        .flatMap(e -> e.of(role).stream().map(p -> new SeenGrant(p, e.kind(), names.of(e))))
        .collect(Collectors.toSet());
  }

  /** What depends on the account: sources, warehouses, and what the owner made itself. */
  private boolean mayBeThere(Role role, SeenGrant grant) {
    if (grant.kind().equals("WAREHOUSE")) {
      return ELSEWHERE.contains(grant.privilege());
    }
    boolean ours = grant.isIn(names.database());
    if (role == Role.OWNER) {
      return ours ? isOwnersOwn(grant) : isOwnersElsewhere(grant);
    }
    if (role == Role.PURGER) {
      return ours && grant.kind().equals("TASK") && grant.privilege().equals("OWNERSHIP");
    }
    if (role == Role.AUTHOR) {
      return ours ? names.isProof(grant.name()) : ELSEWHERE.contains(grant.privilege());
    }
    return false;
  }

  /** It owns what it makes; what an administrator made it may not own. */
  private boolean isOwnersOwn(SeenGrant grant) {
    boolean administrators =
        Entitlements.ALL.stream()
            .filter(e -> !e.of(Role.OWNER).isEmpty() || e.name().equals("DATA"))
            .anyMatch(e -> names.of(e).equals(grant.name()));
    boolean shown = names.isProof(grant.name()) && grant.privilege().equals("REFERENCES");
    return shown || (grant.privilege().equals("OWNERSHIP") && !administrators);
  }

  private static boolean isOwnersElsewhere(SeenGrant grant) {
    return switch (grant.kind()) {
      case "ACCOUNT" -> OPTIONAL.contains(grant.privilege());
      case "ROLE" -> false;
      default -> ELSEWHERE.contains(grant.privilege()) || grant.privilege().equals("OWNERSHIP");
    };
  }

  private List<SeenGrant> grants(String show) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(show)) {
      List<SeenGrant> grants = new ArrayList<>();
      while (result.next()) {
        grants.add(
            SeenGrant.of(
                result.getString("privilege"),
                result.getString("granted_on"),
                result.getString("name")));
      }
      return grants;
    }
  }

  private List<String> column(String show, String column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(show)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(column));
      }
      return values;
    }
  }

  private static List<SeenGrant> sorted(Set<SeenGrant> grants) {
    Set<String> order = new TreeSet<>(grants.stream().map(SeenGrant::toString).toList());
    return order.stream()
        .flatMap(text -> grants.stream().filter(g -> g.toString().equals(text)))
        .toList();
  }
}
