package dev.freshet.bridge.registry;

import java.net.URI;
import java.util.Optional;

/**
 * What is asked of a schema registry: five calls of Confluent's API
 * (docs.confluent.io/platform/current/schema-registry/develop/api.html), which Apicurio and
 * Karapace answer too. Thread-safe.
 *
 * <p>Every call throws {@link RegistryUnavailableException} if trying again later may help, and
 * {@link RegistryRefusedException} if somebody has to change something first.
 */
public interface SchemaRegistry {
  /** The id of exactly this schema under a subject; empty if it is not there. */
  Optional<Integer> lookup(String subject, String schema);

  /**
   * Registers a schema under a subject; the same one again has the same id.
   *
   * @throws RegistryRefusedException if the subject's compatibility level forbids it
   */
  int register(String subject, String schema);

  /** The text of a schema; empty if no schema has that id. */
  Optional<String> schema(int id);

  /** The compatibility level in force for a subject: its own, else the registry's. */
  String compatibility(String subject);

  /** Sets a subject's own compatibility level. */
  void setCompatibility(String subject, String level);

  /** Where a schema can be looked at. */
  URI address(int id);
}
