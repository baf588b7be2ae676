package dev.freshet.bridge.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a bridge works while it is open
class LookoutTest {
  @TempDir Path directory;

  @Test
  void showsWhatIsAnnouncedAndHowFarEachLaneIs() throws Exception {
    try (World world = new World(directory).founded(2);
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 2), 1);
        Lookout lookout = Lookout.open(world.config())) {
      items.announce(Contracts.itemRows(0, 10, "published"));
      assertThat(lookout.lanes()).hasSize(2).allSatisfy(l -> assertThat(l.behind()).isEqualTo(1));
      try (Bridge bridge = world.bridge()) {
        new Judge(world, items).awaitAll();
      }
      items.announce(Contracts.itemRows(0, 10, "announced only"));
      assertThat(lookout.lanes())
          .hasSize(2)
          .allSatisfy(l -> assertThat(l.published()).isEqualTo(1))
          .allSatisfy(l -> assertThat(l.announced()).isEqualTo(2));
      assertThat(lookout.lanes().stream().mapToLong(LaneStatus::records).sum()).isEqualTo(10);
      assertThat(lookout.contracts()).containsExactly(items.contract().id());
      assertThat(lookout.manifests(items.contract().id(), 5))
          .extracting(ManifestStatus::isPublished)
          .containsExactly(true, false);
    }
  }

  @Test
  void showsWhichReplaysAreOpenDoneAndFailed() throws Exception {
    try (World world = new World(directory).founded(1);
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
        Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 1);
        Lookout lookout = Lookout.open(world.config())) {
      Rehearsal.createTopic(world, items.contract(), 1);
      Rehearsal done = new Rehearsal(world, items, "done");
      done.ask(Contracts.itemRows(0, 10, "rehearsed"));
      Rehearsal failed = new Rehearsal(world, orders, "failed");
      failed.ask(Contracts.orderRows(1, 1, 0));
      try (Bridge bridge = world.bridge()) {
        done.awaitEnd();
        failed.awaitEnd();
      }
      new Rehearsal(world, items, "open").ask(Contracts.itemRows(0, 10, "asked for"));
      assertThat(lookout.replays())
          .extracting(r -> r.name().id().text(), ReplayStatus::state, ReplayStatus::records)
          .containsExactly(
              tuple("done", ReplayStatus.State.DONE, 10L),
              tuple("open", ReplayStatus.State.OPEN, 0L),
              tuple("failed", ReplayStatus.State.FAILED, 0L));
      assertThat(lookout.replays().get(2).cause().orElseThrow()).contains("topic-missing");
    }
  }
}
