package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.BridgeProcess;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.Piece;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at seeded moments: whatever was in hand, nothing is lost, doubled or out of order. */
@SuppressWarnings("try") // a bridge works while it is open
class KilledBridgeTest {
  private static final int KILLS = 3;
  private static final int ITEMS = 8_000;

  @TempDir Path directory;

  @Test
  void publishesExactlyOnceThroughKills() throws Exception {
    Random random = new Random(20261122);
    try (World world = new World(directory).founded(4).with("slice.max-records", "500");
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 3), 3);
        Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 3)) {
      for (int round = 0; round < 4; round++) {
        items.announce(Contracts.itemRows(0, ITEMS, "round " + round));
        orders.announce(Contracts.orderRows(200, 20, round * 10_000));
      }
      Topic topic = new Topic(world, items.contract().topic());
      long total = 4L * ITEMS;
      for (int kill = 1; kill <= KILLS; kill++) {
        long moment = total * kill / (KILLS + 1) - random.nextInt(ITEMS / 3);
        try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
          Await.until(
              "record " + moment + " is written",
              () -> topic.written() >= moment || !bridge.isAlive());
          assertThat(bridge.isAlive()).as(bridge.output()).isTrue();
          bridge.kill();
        }
      }
      try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
        new Judge(world, items).awaitAll();
        new Judge(world, orders).awaitAll();
      }
      new Judge(world, items).assertExactlyOnceInOrder();
      new Judge(world, orders).assertExactlyOnceInOrder();
    }
  }

  @Test
  void goesOnInsideTheBucketWhereItWasKilled() throws Exception {
    try (World world = new World(directory).founded(2).with("slice.max-records", "200");
        Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 2), 3)) {
      orders.announce(Piece.byBucket(Contracts.orderRows(300, 60, 0), 2, 4, 3));
      Topic topic = new Topic(world, orders.contract().topic());
      try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
        Await.until(
            "some records are written", () -> topic.written() >= 6_000 || !bridge.isAlive());
        assertThat(bridge.isAlive()).as(bridge.output()).isTrue();
        bridge.kill();
      }
      assertThat(new Judge(world, orders).receipts(1)).hasSizeLessThan(2);
      try (Bridge bridge = world.bridge()) {
        new Judge(world, orders).awaitAll();
        new Judge(world, orders).assertExactlyOnceInOrder();
      }
    }
  }

  @Test
  void endsOnSigtermAndGoesOnWhereItStopped() throws Exception {
    try (World world = new World(directory).founded(2).with("slice.max-records", "200");
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 2)) {
      items.announce(Contracts.itemRows(0, 20_000, "many slices"));
      Topic topic = new Topic(world, items.contract().topic());
      try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
        Await.until("some records", () -> topic.written() > 1_000);
        assertThat(bridge.terminate()).as(bridge.output()).isEqualTo(143);
      }
      assertThat(topic.committed().size()).isBetween(1_000, 19_999);
      try (Bridge bridge = world.bridge()) {
        new Judge(world, items).awaitAll();
        new Judge(world, items).assertExactlyOnceInOrder();
      }
    }
  }
}
