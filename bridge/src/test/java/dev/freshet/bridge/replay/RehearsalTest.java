package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.replay.ReplayRequestCodec;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a bridge works while it is open
class RehearsalTest {
  @TempDir Path directory;
  private World world;
  private Exporter items;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory).founded(2);
    items = Exporter.of(world, Contracts.items(world.name(), 3), 3);
    Rehearsal.createTopic(world, items.contract(), 3);
  }

  @AfterEach
  void close() throws Exception {
    items.close();
    world.close();
  }

  @Test
  void publishesToTheStagingTopicAndTellsWhatItReadBack() throws Exception {
    world.with("slice.max-records", "100");
    Rehearsal rehearsal = new Rehearsal(world, items, "first");
    rehearsal.ask(Contracts.itemRows(0, 450, "rehearsed"), Contracts.itemDeletes(900, 910));
    try (Bridge bridge = world.bridge()) {
      rehearsal.assertDone();
    }
    assertThat(rehearsal.receipt().orElseThrow().receipt().deletes()).isEqualTo(10);
    assertThat(rehearsal.records()).hasSize(460);
    assertThat(new Topic(world, items.contract().topic()).committed()).isEmpty();
  }

  @Test
  void theLivePathGoesOnBesideIt() throws Exception {
    items.announce(Contracts.itemRows(0, 300, "live"));
    Rehearsal rehearsal = new Rehearsal(world, items, "beside");
    rehearsal.ask(Contracts.itemRows(0, 300, "rehearsed"));
    try (Bridge bridge = world.bridge()) {
      rehearsal.assertDone();
      items.announce(Contracts.itemRows(0, 300, "live again"));
      Judge judge = new Judge(world, items);
      judge.awaitAll();
      judge.assertExactlyOnceInOrder();
    }
  }

  @Test
  void eventsAreRehearsedUnderTheIdsTheyWouldHaveLive() throws Exception {
    try (Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 2), 3)) {
      Rehearsal.createTopic(world, orders.contract(), 2);
      Rehearsal rehearsal = new Rehearsal(world, orders, "events");
      rehearsal.ask(Contracts.orderRows(20, 7, 0));
      try (Bridge bridge = world.bridge()) {
        rehearsal.assertDone();
      }
    }
  }

  @Test
  void twoRehearsalsOnOneTopicAreReadBackApart() throws Exception {
    world.with("slice.max-records", "50");
    Rehearsal one = new Rehearsal(world, items, "one");
    Rehearsal two = new Rehearsal(world, items, "two");
    one.ask(Contracts.itemRows(0, 400, "one"));
    two.ask(Contracts.itemRows(0, 300, "two"));
    try (Bridge bridge = world.bridge()) {
      one.assertDone();
      two.assertDone();
    }
  }

  @Test
  void nothingToRehearseIsReadBackAsNothing() throws Exception {
    Rehearsal rehearsal = new Rehearsal(world, items, "nothing");
    rehearsal.ask();
    try (Bridge bridge = world.bridge()) {
      rehearsal.assertDone();
      assertThat(rehearsal.receipt().orElseThrow().readBack()).isZero();
    }
  }

  @Test
  void aDoubledRequestIsOneReplayOverARestartToo() throws Exception {
    Rehearsal rehearsal = new Rehearsal(world, items, "doubled");
    ReplayRequest.Staging request = rehearsal.ask(Contracts.itemRows(0, 40, "once"));
    try (Bridge bridge = world.bridge()) {
      rehearsal.assertDone();
      rehearsal.write(0, ReplayRequestCodec.write(request));
    }
    try (Bridge bridge = world.bridge()) {
      Rehearsal later = new Rehearsal(world, items, "later");
      later.ask(Contracts.itemRows(0, 1, "later"));
      later.assertDone();
    }
    rehearsal.assertDone();
  }

  @Test
  void aNoticeBringsItLongBeforeTheSweep() throws Exception {
    world.withNotices().with("sweep.interval-seconds", "3600");
    try (Bridge bridge = world.bridge()) {
      Await.until("first sweep", () -> bridge.metrics().get(Metric.SWEEPS, "heads") > 0);
      Rehearsal rehearsal = new Rehearsal(world, items, "noticed");
      rehearsal.ask(Contracts.itemRows(0, 10, "noticed"));
      rehearsal.assertDone();
      assertThat(bridge.metrics().get(Metric.NOTICES, "replay")).isPositive();
    }
  }
}
