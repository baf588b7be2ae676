package dev.freshet.cli.roles;

import dev.freshet.cli.contract.ContractProcedures;
import dev.freshet.cli.deploy.Deployment;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a deployment calls its database, schema, integration and roles. */
public final class Names {
  static final String DATABASE = "database";
  static final String APP = "schema";
  static final String PROCEDURES = "schema of procedures";
  static final String PROOFS = "schema of proofs";
  static final String INTEGRATION = "storage integration";

  private final Map<String, String> values;

  /**
   * Takes the values of a deployment.
   *
   * @param chosen what placeholders stand for, beside the defaults (sql/README.md)
   */
  public Names(Map<String, String> chosen) {
    values = new HashMap<>(Deployment.DEFAULTS);
    values.putAll(chosen);
  }

  String of(Role role) {
    return value(role.placeholder());
  }

  String database() {
    return value("database");
  }

  private String app() {
    return database() + "." + value("schema");
  }

  /** An object's full name, as SHOW GRANTS has it; the account's is not compared. */
  String of(Entitlement entitlement) {
    return switch (entitlement.kind()) {
      case "ACCOUNT" -> "";
      case "DATABASE" -> database();
      case "SCHEMA" -> schema(entitlement.name());
      case "INTEGRATION" -> value("storage_integration");
      case "ROLE" -> of(Role.valueOf(entitlement.name()));
      case "PROCEDURE" -> schema(PROCEDURES) + "." + entitlement.name();
      default -> app() + "." + entitlement.name();
    };
  }

  private String schema(String which) {
    return switch (which) {
      case PROCEDURES -> app() + ContractProcedures.PROTOCOL;
      case PROOFS -> app() + "_PROOFS";
      default -> app();
    };
  }

  /** Whether a view is where authors show that they may read a source. */
  boolean isProof(String name) {
    return name.startsWith(app() + "_PROOFS.");
  }

  private String value(String placeholder) {
    String value = values.get(placeholder);
    if (value == null) {
      throw new IllegalStateException("no placeholder is called " + placeholder);
    }
    return value.toUpperCase(Locale.ROOT);
  }
}
