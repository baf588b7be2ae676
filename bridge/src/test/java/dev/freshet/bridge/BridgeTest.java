package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Guarantee;
import dev.freshet.bridge.world.Seen;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private List<Receipt> receipts(Exporter exporter, long sequence, int lanes) {
    List<Receipt> receipts = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      world
          .stage()
          .receipt(exporter.contract().id(), sequence, lane)
          .ifPresent(text -> receipts.add(Receipt.read("receipt", text)));
    }
    return receipts;
  }

  private void awaitReceipts(Exporter exporter, long sequence, int lanes) throws Exception {
    Await.until(
        "receipts of " + exporter.contract().id() + " " + sequence,
        () -> receipts(exporter, sequence, lanes).size() == lanes);
  }

  private void judge(Exporter exporter) {
    List<Seen> seen = new Topic(world, exporter.contract().topic()).committed();
    List<Guarantee> guarantees = Guarantee.all(exporter.facts());
    seen.forEach(r -> guarantees.forEach(g -> g.watch(r)));
    assertThat(guarantees).allSatisfy(g -> assertThat(g.broken()).isEmpty());
  }

  @Test
  void publishesEveryFactOfALaneOnceAndLeavesReceipts() throws Exception {
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 3)) {
      items.announce(Contracts.itemRows(0, 1000, "first"));
      try (Bridge bridge = world.bridge()) {
        SealedManifest second =
            items.announce(
                Contracts.itemRows(0, 10, "second"), Contracts.itemDeletes(990, 1000));
        awaitReceipts(items, 2, 1);
        judge(items);
        Receipt receipt = receipts(items, 2, 1).get(0);
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
      awaitReceipts(items, 2, 8);
      judge(items);
      assertThat(receipts(items, 1, 8).stream().mapToLong(Receipt::upserts).sum()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheOrderOfAKeysEventsOverSlicesAndParts() throws Exception {
    world.with("slice.max-records", "100");
    try (Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 2), 3);
        Bridge bridge = world.bridge()) {
      orders.announce(Contracts.orderRows(50, 7, 0));
      orders.announce(Contracts.orderRows(3, 250, 10_000));
      awaitReceipts(orders, 2, 2);
      judge(orders);
    }
  }
}
