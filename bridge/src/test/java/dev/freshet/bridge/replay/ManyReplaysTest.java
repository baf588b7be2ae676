package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.notice.Bell;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.stage.StageLayout;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class ManyReplaysTest {
  private static final ContractId CONTRACT = ContractId.parse("shop.order_placed.v1");

  @TempDir Path directory;

  @Test
  void oldRequestsAreLookedAtInBoundedStepsAndThenNoMore() throws Exception {
    try (World world = new World(directory)) {
      for (int i = 0; i < 150; i++) {
        String key = StageLayout.replay(CONTRACT, new ReplayId("old-" + i), 0);
        world.s3().putObject(r -> r.bucket(world.bucket()).key(key), RequestBody.fromString("{}"));
      }
      Metrics metrics = new Metrics();
      OpenReplays replays =
          new OpenReplays(world.replayStage(), new Bell(), Clock.systemUTC(), metrics);
      assertThat(replays.look()).isTrue();
      assertThat(metrics.get(Metric.REPLAYS_ENDED, "failed")).isEqualTo(100);
      assertThat(replays.look()).isFalse();
      assertThat(metrics.get(Metric.REPLAYS_ENDED, "failed")).isEqualTo(150);
      assertThat(replays.look()).isFalse();
      assertThat(metrics.get(Metric.REPLAYS_ENDED, "failed")).isEqualTo(150);
    }
  }
}
