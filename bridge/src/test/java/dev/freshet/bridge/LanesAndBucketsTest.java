package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.BridgeProcess;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.Piece;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Large change sets lie in folders by lane or bucket, small ones in one; the facts are the same.
 */
@SuppressWarnings("try") // a bridge works while it is open
class LanesAndBucketsTest {
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

  private static double stopped(Bridge bridge, Exporter exporter) {
    return bridge.metrics().get(Metric.LANES_STOPPED, exporter.contract().id().toString());
  }

  @Test
  void mixedPartsLaneFoldersAndBucketsCarryTheSameFactsInTheSameOrder() throws Exception {
    world.with("slice.max-records", "70");
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 4), 3);
        Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 2), 3);
        Bridge bridge = world.bridge()) {
      items.announce(Contracts.itemRows(0, 900, "mixed"));
      items.announce(Piece.byLane(Contracts.itemRows(0, 900, "by lane"), 4));
      items.announce(Piece.byLane(Contracts.itemDeletes(0, 30), 4));
      orders.announce(Contracts.orderRows(40, 6, 0));
      orders.announce(Piece.byBucket(Contracts.orderRows(40, 9, 10_000), 2, 6, 3));
      orders.announce(Contracts.orderRows(40, 3, 20_000));
      for (Exporter exporter : List.of(items, orders)) {
        new Judge(world, exporter).awaitAll();
        new Judge(world, exporter).assertExactlyOnceInOrder();
      }
      assertThat(records(items, 1)).isEqualTo(records(items, 2)).isEqualTo(900);
      assertThat(records(orders, 2)).isEqualTo(360);
    }
  }

  private long records(Exporter exporter, long sequence) {
    return new Judge(world, exporter)
        .receipts(sequence).stream().mapToLong(r -> r.upserts() + r.deletes()).sum();
  }

  @Test
  void aLaneReadsNothingOfAnothersFolder() throws Exception {
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 4), 3)) {
      SealedManifest sealed = items.announce(Piece.byLane(Contracts.itemRows(0, 400, "x"), 4));
      remove(sealed.manifest().parts().get(2));
      try (Bridge bridge = world.bridge()) {
        Await.until(
            "three lanes are done and one stopped",
            () -> new Judge(world, items).receipts(1).size() == 3 && stopped(bridge, items) == 1);
        assertThat(new Judge(world, items).receipts(1))
            .extracting(Receipt::lane)
            .containsExactly(0, 1, 3);
      }
    }
  }

  private void remove(Manifest.Part part) {
    world.s3().deleteObject(r -> r.bucket(world.bucket()).key(part.key()));
  }

  @Test
  void aBucketBeyondTheBoundsStopsItsLaneAlone() throws Exception {
    world.with("bucket.max-rows", "100");
    try (Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 3);
        Exporter others = Exporter.of(world, Contracts.orders(world.name() + "_b", 1), 3);
        Bridge bridge = world.bridge()) {
      orders.announce(Piece.byBucket(Contracts.orderRows(1, 101, 0), 1, 2, 2));
      Await.until("the lane stops", () -> stopped(bridge, orders) == 1);
      others.announce(Piece.byBucket(Contracts.orderRows(1, 100, 0), 1, 2, 2));
      new Judge(world, others).awaitAll();
      new Judge(world, others).assertExactlyOnceInOrder();
      assertThat(new Topic(world, orders.contract().topic()).committed()).isEmpty();
    }
  }

  @Test
  void aBucketOfTooManyBytesStopsItsLane() throws Exception {
    world.with("bucket.max-bytes", "4096");
    try (Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 3);
        Bridge bridge = world.bridge()) {
      orders.announce(Piece.byBucket(Contracts.orderRows(5, 20, 0), 1, 1, 2));
      Await.until("the lane stops", () -> stopped(bridge, orders) == 1);
      assertThat(new Topic(world, orders.contract().topic()).committed()).isEmpty();
    }
  }

  /** Four publishers, each with buckets of its own; all four in memory would be too much. */
  @Test
  void onlyAsManyBucketsAreInMemoryAsSlicesMayBe() throws Exception {
    world.with("slice.max-at-once", "1").with("slice.max-bytes", "1000000");
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 8), 3)) {
      String rows = Contracts.itemRows(0, 60_000, "x".repeat(2_000));
      items.announce(Piece.byBucket(rows, 8, 8, 1));
      Map<String, String> heap = Map.of("_JAVA_OPTIONS", "-Xmx100m -XX:+ExitOnOutOfMemoryError");
      try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), heap)) {
        Await.until(
            "all is published or the memory full",
            Duration.ofSeconds(120),
            () -> receipts(items, 1) == 8 || !bridge.isAlive());
        assertThat(bridge.isAlive()).as(bridge.output()).isTrue();
      }
      new Judge(world, items).assertExactlyOnceInOrder();
    }
  }

  @Test
  void twoRowsOfOnePlaceStopTheirLane() throws Exception {
    try (Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 3);
        Bridge bridge = world.bridge()) {
      String row = Contracts.orderRows(1, 1, 0);
      Piece piece = new Piece(row, "bucket=0/", Optional.of(0), Optional.of(0));
      orders.announce(List.of(piece, piece));
      Await.until("the lane stops", () -> stopped(bridge, orders) == 1);
      assertThat(new Topic(world, orders.contract().topic()).committed()).isEmpty();
    }
  }

  @Test
  void newLanesWaitForAFormerLaneThatIsStopped() throws Exception {
    try (Exporter items = Exporter.of(world, Contracts.items(world.name(), 4), 3)) {
      SealedManifest first = items.announce(Piece.byLane(Contracts.itemRows(0, 400, "four"), 4));
      Manifest.Part lost = first.manifest().parts().get(3);
      byte[] bytes =
          world.s3().getObjectAsBytes(r -> r.bucket(world.bucket()).key(lost.key())).asByteArray();
      remove(lost);
      items.changeLanes(6);
      items.announce(Piece.byLane(Contracts.itemRows(0, 400, "six"), 6));
      try (Bridge bridge = world.bridge()) {
        Await.until(
            "three of four lanes are done",
            () -> receipts(items, 1) == 3 && stopped(bridge, items) == 1);
        passTheTime();
        assertThat(receipts(items, 2)).isZero();
      }
      world
          .s3()
          .putObject(r -> r.bucket(world.bucket()).key(lost.key()), RequestBody.fromBytes(bytes));
      try (Bridge bridge = world.bridge()) {
        new Judge(world, items).awaitAll();
        new Judge(world, items).assertExactlyOnceInOrder();
        assertThat(receipts(items, 2)).isEqualTo(6);
      }
    }
  }

  /** Every publisher does something after what was announced before. */
  private void passTheTime() throws Exception {
    try (Exporter others = Exporter.of(world, Contracts.items(world.name() + "_o", 16), 3)) {
      others.announce(Contracts.itemRows(0, 100, "meanwhile"));
      new Judge(world, others).awaitAll();
    }
  }

  private int receipts(Exporter exporter, long sequence) {
    return new Judge(world, exporter).receipts(sequence).size();
  }
}
