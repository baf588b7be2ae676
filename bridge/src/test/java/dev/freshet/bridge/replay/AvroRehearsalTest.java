package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.registry.HttpRegistry;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals of contracts in Avro, with a registry that helps, refuses or is away. */
@SuppressWarnings("try") // a bridge works while it is open
class AvroRehearsalTest {
  @TempDir Path directory;
  private World world;
  private EmbeddedRegistry registry;

  @BeforeEach
  void open() throws Exception {
    registry = EmbeddedRegistry.start();
    world = new World(directory).founded(1).with("registry.url", registry.url().toString());
  }

  @AfterEach
  void close() {
    world.close();
    registry.close();
  }

  private Exporter items(String more) throws Exception {
    String text = Contracts.inAvro(Contracts.items(world.name(), 2), "register") + more;
    Exporter items = Exporter.of(world, text, 1);
    Rehearsal.createTopic(world, items.contract(), 3);
    return items;
  }

  @Test
  void valuesInAvroAreReadBackThroughTheRegistry() throws Exception {
    try (Exporter items = items("");
        Bridge bridge = world.bridge()) {
      Rehearsal rehearsal = new Rehearsal(world, items, "avro");
      rehearsal.ask(Contracts.itemRows(0, 200, "rehearsed"), Contracts.itemDeletes(200, 210));
      rehearsal.assertDone();
    }
  }

  @Test
  void keysInAvroAreReadBackToo() throws Exception {
    try (Exporter items = items("      - {property: freshet.keyEncoding, value: avro}\n");
        Bridge bridge = world.bridge()) {
      Rehearsal rehearsal = new Rehearsal(world, items, "keys");
      rehearsal.ask(Contracts.itemRows(0, 200, "rehearsed"), Contracts.itemDeletes(200, 210));
      assertThat(rehearsal.awaitEnd()).isEmpty();
      assertThat(rehearsal.receipt().orElseThrow().readBack()).isEqualTo(210);
    }
  }

  @Test
  void aSchemaThatTheRegistryRefusesFailsTheRehearsal() throws Exception {
    try (Exporter items = items("");
        Bridge bridge = world.bridge()) {
      String foreign =
          "{\"type\":\"record\",\"name\":\"x\",\"fields\":[{\"name\":\"x\",\"type\":\"long\"}]}";
      client(registry.url()).register(items.contract().topic() + "-value", foreign);
      Rehearsal rehearsal = new Rehearsal(world, items, "refused");
      rehearsal.ask(Contracts.itemRows(0, 10, "refused"));
      assertThat(rehearsal.awaitEnd().orElseThrow().reason())
          .isEqualTo(ReplayFailure.Reason.SCHEMA_REFUSED);
    }
  }

  @Test
  void aRegistryThatIsAwayOnlyDelaysIt() throws Exception {
    registry.close();
    try (Exporter items = items("")) {
      Rehearsal rehearsal = new Rehearsal(world, items, "late");
      rehearsal.ask(Contracts.itemRows(0, 10, "late"));
      try (Bridge bridge = world.bridge()) {
        String label = items.contract().id() + "/replay";
        Await.until("it waits", () -> bridge.metrics().get(Metric.LANES_STOPPED, label) > 0);
        registry = EmbeddedRegistry.start(registry.url().getPort());
        rehearsal.assertDone();
      }
    }
  }

  private static HttpRegistry client(URI url) {
    return new HttpRegistry(
        new BridgeConfig.Registry(url, Optional.empty(), Duration.ofSeconds(5)));
  }
}
