package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.registry.FramedAvro;
import dev.freshet.bridge.registry.HttpRegistry;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts in Avro, from part to consumer, with a registry that helps, refuses or is away. */
@SuppressWarnings("try") // a bridge works while it is open
class AvroBridgeTest {
  @TempDir Path directory;
  private World world;
  private EmbeddedRegistry registry;

  @BeforeEach
  void open() throws Exception {
    registry = EmbeddedRegistry.start();
    // One partition: all lanes are served by one publisher, in turn.
    world = new World(directory).founded(1).with("registry.url", registry.url().toString());
  }

  @AfterEach
  void close() {
    world.close();
    registry.close();
  }

  private String avroItems() {
    return Contracts.inAvro(Contracts.items(world.name(), 2), "register");
  }

  private static HttpRegistry client(URI url) {
    return new HttpRegistry(
        new BridgeConfig.Registry(url, Optional.empty(), Duration.ofSeconds(5)));
  }

  private List<ConsumerRecord<byte[], byte[]>> records(Exporter exporter) {
    return new Topic(world, exporter.contract().topic()).records();
  }

  private void awaitStop(Bridge bridge, Exporter exporter) throws InterruptedException {
    String contract = exporter.contract().id().toString();
    Await.until(
        contract + " stops", () -> bridge.metrics().get(Metric.LANES_STOPPED, contract) > 0);
  }

  @Test
  void aConsumerReadsEveryFactThroughTheRegistry() throws Exception {
    try (Exporter items = Exporter.of(world, avroItems(), 3)) {
      items.announce(Contracts.itemRows(0, 1000, "first"));
      items.announce(Contracts.itemRows(0, 10, "second"), Contracts.itemDeletes(990, 1000));
      try (Bridge bridge = world.bridge()) {
        new Judge(world, items).awaitAll();
        new Judge(world, items).assertExactlyOnceInOrder();
      }
      FramedAvro reader = new FramedAvro(client(registry.url()));
      for (ConsumerRecord<byte[], byte[]> record : records(items)) {
        if (record.value() != null) {
          GenericRecord fact = reader.decode(record.value());
          assertThat(record.key()).asString().isEqualTo(String.valueOf(fact.get("id")));
          assertThat(record.headers().lastHeader("content-type").value())
              .asString()
              .isEqualTo("application/avro");
          assertThat(record.headers().lastHeader("ce_dataschema").value())
              .asString()
              .startsWith(registry.url() + "/schemas/ids/");
        }
      }
      assertThat(records(items).stream().map(ConsumerRecord::value).filter(Objects::isNull))
          .hasSize(10);
    }
  }

  @Test
  void aKeyInAvroIsReadThroughTheRegistryToo() throws Exception {
    String text = avroItems() + "      - {property: freshet.keyEncoding, value: avro}\n";
    try (Exporter items = Exporter.of(world, text, 3)) {
      items.announce(Contracts.itemRows(0, 100, "first"), Contracts.itemDeletes(100, 110));
      try (Bridge bridge = world.bridge()) {
        new Judge(world, items).awaitAll();
        new Judge(world, items).assertExactlyOnceInOrder();
      }
      FramedAvro reader = new FramedAvro(client(registry.url()));
      assertThat(records(items))
          .hasSize(110)
          .allSatisfy(
              r ->
                  assertThat(r.headers().lastHeader("ce_subject").value())
                      .asString()
                      .isEqualTo(String.valueOf(reader.decode(r.key()).get("id"))));
    }
  }

  @Test
  void aRehearsalIsReadBackThroughTheRegistry() throws Exception {
    String text = avroItems() + "      - {property: freshet.keyEncoding, value: avro}\n";
    try (Exporter items = Exporter.of(world, text, 1)) {
      Rehearsal.createTopic(world, items.contract(), 2);
      Rehearsal rehearsal = new Rehearsal(world, items, "in-avro");
      rehearsal.ask(Contracts.itemRows(0, 50, "rehearsed"), Contracts.itemDeletes(60, 65));
      try (Bridge bridge = world.bridge()) {
        rehearsal.assertDone();
      }
      assertThat(rehearsal.receipt().orElseThrow().readBack()).isEqualTo(55);
    }
  }

  @Test
  void aSchemaThatTheRegistryRefusesStopsItsContractAlone() throws Exception {
    try (Exporter refused = Exporter.of(world, avroItems(), 1);
        Exporter orders =
            Exporter.of(
                world, Contracts.inAvro(Contracts.orders(world.name(), 1), "register"), 1)) {
      String foreign =
          "{\"type\":\"record\",\"name\":\"x\",\"fields\":[{\"name\":\"x\",\"type\":\"long\"}]}";
      client(registry.url()).register(refused.contract().topic() + "-value", foreign);
      refused.announce(Contracts.itemRows(0, 100, "refused"));
      try (Bridge bridge = world.bridge()) {
        awaitStop(bridge, refused);
        orders.announce(Contracts.orderRows(5, 3, 0));
        new Judge(world, orders).awaitAll();
        new Judge(world, orders).assertExactlyOnceInOrder();
        assertThat(records(refused)).isEmpty();
      }
    }
  }

  @Test
  void whileTheRegistryIsDownOtherContractsGoOnAndTheRestFollows() throws Exception {
    registry.close();
    try (Exporter waiting = Exporter.of(world, avroItems(), 1);
        Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 1)) {
      waiting.announce(Contracts.itemRows(0, 100, "waiting"));
      try (Bridge bridge = world.bridge()) {
        awaitStop(bridge, waiting);
        orders.announce(Contracts.orderRows(5, 3, 0));
        new Judge(world, orders).awaitAll();
        assertThat(records(waiting)).isEmpty();
        registry = EmbeddedRegistry.start(registry.url().getPort());
        new Judge(world, waiting).awaitAll();
        new Judge(world, waiting).assertExactlyOnceInOrder();
      }
    }
  }
}
