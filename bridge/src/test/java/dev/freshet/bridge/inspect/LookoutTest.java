package dev.freshet.bridge.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
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
}
