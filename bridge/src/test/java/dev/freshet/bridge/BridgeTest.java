package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.watch.Metrics;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a bridge works while it is open
class BridgeTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory).founded(4);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void publishesEveryFactOfALaneOnceAndLeavesReceipts() throws Exception {
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 3)) {
      items.announce(Contracts.itemRows(0, 1000, "first"));
      try (Bridge bridge = world.bridge()) {
        SealedManifest second =
            items.announce(Contracts.itemRows(0, 10, "second"), Contracts.itemDeletes(990, 1000));
        Judge judge = new Judge(world, items);
        judge.awaitAll();
        judge.assertExactlyOnceInOrder();
        Receipt receipt = judge.receipts(2).get(0);
        assertThat(receipt.manifestDigest()).isEqualTo(second.digest());
        assertThat(receipt.upserts()).isEqualTo(10);
        assertThat(receipt.deletes()).isEqualTo(10);
        assertThat(receipt.partitions().stream().mapToLong(Receipt.Span::records).sum())
            .isEqualTo(20);
      }
    }
  }

  @Test
  void everyLaneMovesAndLeavesAReceiptForZeroRowsToo() throws Exception {
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 8), 3);
        Bridge bridge = world.bridge()) {
      items.announce(Contracts.itemRows(0, 1, "alone"));
      items.announce();
      Judge judge = new Judge(world, items);
      judge.awaitAll();
      judge.assertExactlyOnceInOrder();
      assertThat(judge.receipts(1).stream().mapToLong(Receipt::upserts).sum()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheOrderOfAKeysEventsOverSlicesAndParts() throws Exception {
    world.with("slice.max-records", "100");
    try (Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 2), 3);
        Bridge bridge = world.bridge()) {
      orders.announce(Contracts.orderRows(50, 7, 0));
      orders.announce(Contracts.orderRows(3, 250, 10_000));
      Judge judge = new Judge(world, orders);
      judge.awaitAll();
      judge.assertExactlyOnceInOrder();
    }
  }

  @Test
  void changesTheNumberOfLanesWithoutLosingAKeysOrder() throws Exception {
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 3);
        Bridge bridge = world.bridge()) {
      items.announce(Contracts.itemRows(0, 300, "one lane"));
      items.changeLanes(8);
      items.announce(Contracts.itemRows(0, 300, "eight lanes"));
      items.announce(Contracts.itemRows(0, 300, "eight lanes still"));
      items.changeLanes(2);
      items.announce(Contracts.itemRows(0, 300, "two lanes"));
      items.changeLanes(8);
      items.announce(Contracts.itemRows(0, 300, "eight lanes again"));
      Judge judge = new Judge(world, items);
      judge.awaitAll();
      judge.assertExactlyOnceInOrder();
    }
  }

  @Test
  void findsManifestsByNoticeLongBeforeTheSweep() throws Exception {
    world.withNotices().with("sweep.interval-seconds", "3600");
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
        Bridge bridge = world.bridge()) {
      Await.until("first sweep", () -> bridge.metrics().get(Metrics.Metric.SWEEPS, "heads") > 0);
      items.announce(Contracts.itemRows(0, 10, "noticed"));
      Judge judge = new Judge(world, items);
      judge.awaitAll();
      judge.assertExactlyOnceInOrder();
      assertThat(bridge.metrics().get(Metrics.Metric.NOTICES, "manifest")).isPositive();
    }
  }

  @Test
  void findsAManifestWhoseNoticeAndHeadWereLost() throws Exception {
    world.with("sweep.everything-interval-seconds", "1");
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
        Bridge bridge = world.bridge()) {
      items.announce(Contracts.itemRows(0, 10, "with head"));
      items.manifest(items.prepare(Contracts.itemRows(0, 10, "without head")));
      Judge judge = new Judge(world, items);
      judge.awaitAll();
      judge.assertExactlyOnceInOrder();
    }
  }

  @Test
  void twoInstancesShareTheLanesAndTakeOverInsideAChangeSet() throws Exception {
    world.with("slice.max-records", "50").without("group.instance-id");
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 8), 3)) {
      items.announce(Contracts.itemRows(0, 8_000, "shared"));
      Topic topic = new Topic(world, items.contract().topic());
      try (Bridge first = world.bridge()) {
        Await.until("the first publishes", () -> topic.written() > 100);
        try (Bridge second = world.bridge()) {
          Await.until(
              "the second owns some",
              () -> second.metrics().get(Metrics.Metric.PUBLISHERS_OWNED, "owned") > 0);
          items.announce(Contracts.itemRows(0, 8_000, "by both"));
          String contract = items.contract().id().toString();
          Await.until(
              "the second publishes",
              () -> second.metrics().get(Metrics.Metric.RECORDS_PUBLISHED, contract) > 0);
          first.close();
          items.announce(Contracts.itemRows(0, 8_000, "by the second"));
          Judge judge = new Judge(world, items);
          judge.awaitAll();
          judge.assertExactlyOnceInOrder();
        }
      }
    }
  }
}
