package dev.freshet.bridge.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.Encoding;
import dev.freshet.bridge.fact.Encodings;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bridge relies on, of any registry with Confluent's API. */
abstract class RegistryBehaviour {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String ONE =
      "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"}]}";
  private static final String NULLABLE_ADDED =
      ONE.replace("]}", ",{\"name\":\"b\",\"type\":[\"null\",\"string\"],\"default\":null}]}");
  private static final String RENAMED = ONE.replace("\"a\"", "\"z\"");

  private final String name = "n" + NEXT.incrementAndGet() + "_" + System.nanoTime();
  private final String subject = "shop." + name + ".v1-value";
  private SchemaRegistry registry;

  /** The root of the API. */
  abstract URI url();

  @BeforeEach
  void connect() {
    registry =
        new HttpRegistry(
            new BridgeConfig.Registry(url(), Optional.empty(), Duration.ofSeconds(10)));
  }

  private static Schema parsed(String schema) {
    return new Schema.Parser().parse(schema);
  }

  @Test
  void aSchemaKeepsItsIdAndIsFoundByIt() {
    int id = registry.register(subject, ONE);
    assertThat(registry.register(subject, ONE)).isEqualTo(id);
    assertThat(registry.lookup(subject, ONE)).contains(id);
    assertThat(parsed(registry.schema(id).orElseThrow())).isEqualTo(parsed(ONE));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(registry.lookup(subject, ONE)).isEmpty();
    registry.register(subject, ONE);
    assertThat(registry.lookup(subject, NULLABLE_ADDED)).isEmpty();
    assertThat(registry.schema(2_000_000_000)).isEmpty();
  }

  @Test
  void aSubjectHasTheLevelItWasGiven() {
    registry.setCompatibility(subject, "FULL_TRANSITIVE");
    assertThat(registry.compatibility(subject)).isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  void aSubjectWithoutALevelHasTheRegistrys() {
    assertThat(registry.compatibility(subject)).isIn("BACKWARD", "NONE");
  }

  @Test
  void underFullTransitiveANullableFieldIsTakenAndARenameRefused() {
    registry.setCompatibility(subject, "FULL_TRANSITIVE");
    int first = registry.register(subject, ONE);
    assertThat(registry.register(subject, NULLABLE_ADDED)).isGreaterThan(first);
    assertThatThrownBy(() -> registry.register(subject, RENAMED))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining(subject)
        .hasMessageContaining("status 409")
        .hasMessageContaining("new major");
  }

  @Test
  void whatIsNoSchemaIsRefused() {
    assertThatThrownBy(() -> registry.register(subject, "{\"type\":\"nonsense\"}"))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("status 422");
  }

  @Test
  void aContractIsRegisteredOnceItsSubjectHasTheLevel() {
    Contract contract =
        ContractReader.read("t", Contracts.inAvro(Contracts.items(name, 1), "register"));
    Encodings found = schemas().of(contract);
    Encoding.Avro value = (Encoding.Avro) found.value();
    String of = contract.topic() + "-value";
    assertThat(registry.compatibility(of)).isEqualTo("FULL_TRANSITIVE");
    assertThat(registry.lookup(of, value.schema().toString())).contains(value.schemaId());
    assertThat(value.address()).hasToString(url() + "/schemas/ids/" + value.schemaId());
    assertThat(schemas().of(contract).value()).isEqualTo(value);
  }

  @Test
  void aContractThatLooksUpIsToldWhatIsMissing() {
    String text = Contracts.items(name, 1);
    Contract contract = ContractReader.read("t", Contracts.inAvro(text, "lookup"));
    assertThatThrownBy(() -> schemas().of(contract))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("set it to FULL_TRANSITIVE");
    registry.setCompatibility(contract.topic() + "-value", "FULL_TRANSITIVE");
    assertThatThrownBy(() -> schemas().of(contract))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("does not hold the schema of " + contract.id());
    Contract registering = ContractReader.read("t", Contracts.inAvro(text, "register"));
    assertThat(schemas().of(registering)).isEqualTo(schemas().of(contract));
  }

  private ContractSchemas schemas() {
    return new ContractSchemas(Optional.of(registry), Clock.systemUTC());
  }
}
