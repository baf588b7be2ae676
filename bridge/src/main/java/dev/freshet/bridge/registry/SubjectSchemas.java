package dev.freshet.bridge.registry;

import dev.freshet.bridge.fact.Encoding;
import dev.freshet.contract.Contract;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds or registers one schema under its subject, {@code <topic>-value} or {@code <topic>-key},
 * and holds the subject to {@link #LEVEL}: consumers keep topics' old records and upgrade when they
 * like.
 */
record SubjectSchemas(SchemaRegistry registry) {
  static final String LEVEL = "FULL_TRANSITIVE";

  private static final Logger LOG = LoggerFactory.getLogger(SubjectSchemas.class);

  Encoding.Avro settle(Contract contract, String suffix, String schema) {
    String subject = contract.topic() + suffix;
    Schema parsed = parsed(contract, schema);
    boolean register = contract.registryMode() == Contract.RegistryMode.REGISTER;
    holdToLevel(subject, register);
    Optional<Integer> known = registry.lookup(subject, schema);
    int id = known.orElseGet(() -> added(contract, subject, schema, register));
    return new Encoding.Avro(id, parsed, registry.address(id));
  }

  private static Schema parsed(Contract contract, String schema) {
    try {
      return new Schema.Parser().parse(schema);
    } catch (AvroRuntimeException e) {
      throw new RegistryRefusedException(
          "The schema of "
              + contract.id()
              + " "
              + contract.version()
              + " is not valid in Avro ("
              + e.getMessage()
              + "); the gate should have refused the contract",
          e);
    }
  }

  private void holdToLevel(String subject, boolean maySet) {
    String found = registry.compatibility(subject);
    if (!found.equals(LEVEL) && maySet) {
      registry.setCompatibility(subject, LEVEL);
      LOG.info("registry subject={} compatibility={} was={}", subject, LEVEL, found);
      found = registry.compatibility(subject);
    }
    if (!found.equals(LEVEL)) {
      throw new RegistryRefusedException(
          "Subject "
              + subject
              + " has the compatibility level "
              + found
              + ", which lets changes pass that break consumers; "
              + (maySet ? "it was set but did not stay. Set it to " : "set it to ")
              + LEVEL
              + " (PUT /config/"
              + subject
              + ")");
    }
  }

  private int added(Contract contract, String subject, String schema, boolean register) {
    if (!register) {
      throw new RegistryRefusedException(
          "Subject "
              + subject
              + " does not hold the schema of "
              + contract.id()
              + " "
              + contract.version()
              + ", and the contract's registryMode is lookup; register the schema that stands at"
              + " contracts/"
              + contract.id()
              + "/"
              + contract.version()
              + "/ on the stage, or set freshet.registryMode to register");
    }
    int id = registry.register(subject, schema);
    LOG.info(
        "registered contract={} version={} subject={} schema_id={}",
        contract.id(),
        contract.version(),
        subject,
        id);
    return id;
  }
}
