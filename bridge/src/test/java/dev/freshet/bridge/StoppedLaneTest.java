package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.ShiftedClock;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.StageLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Data that cannot be true stops its lane, and only that. */
@SuppressWarnings("try") // a bridge works while it is open
class StoppedLaneTest {
  @TempDir Path directory;
  private World world;
  private Exporter bad;
  private Exporter good;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory).founded(1).with("sweep.gap-alert-seconds", "1");
    bad = Exporter.of(world, Contracts.orders(world.name(), 1), 2);
    good = Exporter.of(world, Contracts.items(world.name(), 1), 2);
  }

  @AfterEach
  void close() throws Exception {
    bad.close();
    good.close();
    world.close();
  }

  private void awaitStop(Bridge bridge) throws Exception {
    String contract = bad.contract().id().toString();
    Await.until(
        contract + " stops", () -> bridge.metrics().get(Metric.LANES_STOPPED, contract) == 1);
    good.announce(Contracts.itemRows(0, 100, "goes on"));
    new Judge(world, good).awaitAll();
    new Judge(world, good).assertExactlyOnceInOrder();
  }

  private int badRecords() {
    return new Topic(world, bad.contract().topic()).committed().size();
  }

  @Test
  void aManifestOnAnotherChainStopsItsLaneAlone() throws Exception {
    bad.announce(Contracts.orderRows(1, 3, 0));
    SealedManifest forked = bad.seal(2, Optional.of("0".repeat(64)), List.of());
    try (Bridge bridge = world.bridge()) {
      bad.announce(forked);
      awaitStop(bridge);
      assertThat(badRecords()).isEqualTo(3);
    }
  }

  @Test
  void aManifestThatIsAlteredStopsItsLaneAloneUntilItIsPutRight() throws Exception {
    SealedManifest sealed = bad.prepare(Contracts.orderRows(1, 3, 0));
    bad.announce(
        new SealedManifest(
            sealed.manifest(), sealed.digest(), sealed.text().replace("\"ACC\"", "\"ACD\"")));
    ShiftedClock clock = new ShiftedClock();
    try (Bridge bridge = Bridge.start(world.config(), clock)) {
      good.announce(Contracts.itemRows(0, 100, "goes on"));
      new Judge(world, good).awaitAll();
      assertThat(badRecords()).isZero();
      bad.manifest(sealed);
      clock.forward(Duration.ofSeconds(31));
      new Judge(world, bad).awaitAll();
      assertThat(badRecords()).isEqualTo(3);
      String contract = bad.contract().id().toString();
      assertThat(bridge.metrics().get(Metric.CONTRACTS_UNREADABLE, contract)).isZero();
    }
  }

  @Test
  void aPartOfAnotherContractIsNotPublished() throws Exception {
    SealedManifest foreign = good.prepare(Contracts.itemRows(0, 10, "not yours"));
    bad.announce(bad.seal(1, Optional.empty(), foreign.manifest().parts()));
    good.announce(foreign);
    try (Bridge bridge = world.bridge()) {
      new Judge(world, good).awaitAll();
      String contract = bad.contract().id().toString();
      Await.until(
          "it is told", () -> bridge.metrics().get(Metric.CONTRACTS_UNREADABLE, contract) == 1);
      assertThat(badRecords()).isZero();
    }
  }

  @Test
  void aHeadThatIsGarbledHoldsUpNothing() throws Exception {
    bad.announce(Contracts.orderRows(1, 3, 0));
    String key = StageLayout.head(bad.contract().id());
    for (byte[] garbled : List.of("null".getBytes(StandardCharsets.UTF_8), new byte[] {-1})) {
      world.s3().putObject(r -> r.bucket(world.bucket()).key(key), RequestBody.fromBytes(garbled));
      try (Bridge bridge = world.bridge()) {
        new Judge(world, bad).awaitAll();
        assertThat(badRecords()).isEqualTo(3);
      }
    }
  }

  @Test
  void aPartOverwrittenAfterTheAnnouncementStopsItsLaneAlone() throws Exception {
    SealedManifest sealed = bad.prepare(Contracts.orderRows(5, 3, 0));
    Manifest.Part part = sealed.manifest().parts().get(0);
    Path other = Files.writeString(directory.resolve("other"), "x".repeat((int) part.bytes()));
    world
        .s3()
        .putObject(r -> r.bucket(world.bucket()).key(part.key()), RequestBody.fromFile(other));
    bad.announce(sealed);
    try (Bridge bridge = world.bridge()) {
      awaitStop(bridge);
      assertThat(badRecords()).isZero();
    }
  }

  @Test
  void aMissingPartStopsItsLaneAlone() throws Exception {
    SealedManifest sealed = bad.prepare(Contracts.orderRows(5, 3, 0));
    String key = sealed.manifest().parts().get(0).key();
    world.s3().deleteObject(r -> r.bucket(world.bucket()).key(key));
    bad.announce(sealed);
    try (Bridge bridge = world.bridge()) {
      awaitStop(bridge);
      assertThat(badRecords()).isZero();
    }
  }

  @Test
  void rowsOfAKeyOutOfOrderStopTheLaneBeforeTheyAreSeen() throws Exception {
    bad.announce(Contracts.orderRows(5, 3, 0).replace("ORDER BY __key, __n", "ORDER BY __n"));
    try (Bridge bridge = world.bridge()) {
      awaitStop(bridge);
      assertThat(badRecords()).isZero();
    }
  }

  @Test
  void aGapHoldsTheLaneUntilTheMissingManifestIsThere() throws Exception {
    bad.announce(Contracts.orderRows(2, 2, 0));
    SealedManifest second = bad.prepare(Contracts.orderRows(2, 2, 100));
    bad.announce(Contracts.orderRows(2, 2, 200));
    String contract = bad.contract().id().toString();
    try (Bridge bridge = world.bridge()) {
      Await.until(
          "the gap is an alert", () -> bridge.metrics().get(Metric.LANES_IN_A_GAP, contract) == 1);
      assertThat(badRecords()).isEqualTo(4);
      bad.manifest(second);
      new Judge(world, bad).awaitAll();
      new Judge(world, bad).assertExactlyOnceInOrder();
      assertThat(bridge.metrics().get(Metric.LANES_IN_A_GAP, contract)).isZero();
    }
  }

  @Test
  void aManifestChangedAfterPublicationStopsTheLaneAtTheNextStart() throws Exception {
    bad.announce(Contracts.orderRows(2, 2, 0));
    try (Bridge bridge = world.bridge()) {
      new Judge(world, bad).awaitAll();
    }
    String key = StageLayout.manifest(bad.contract().id(), 1);
    SealedManifest another = bad.seal(1, Optional.empty(), List.of());
    world
        .s3()
        .putObject(r -> r.bucket(world.bucket()).key(key), RequestBody.fromString(another.text()));
    try (Bridge bridge = world.bridge()) {
      awaitStop(bridge);
    }
  }

  @Test
  void aRecreatedTopicStopsTheLane() throws Exception {
    bad.announce(Contracts.orderRows(2, 2, 0));
    try (Bridge bridge = world.bridge()) {
      new Judge(world, bad).awaitAll();
    }
    world.recreateTopic(bad.contract().topic(), 2);
    bad.announce(Contracts.orderRows(2, 2, 100));
    try (Bridge bridge = world.bridge()) {
      awaitStop(bridge);
      assertThat(badRecords()).isZero();
    }
  }
}
