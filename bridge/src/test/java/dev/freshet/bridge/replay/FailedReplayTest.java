package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayFailure.Reason;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.StageLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** What cannot be rehearsed ends that replay, in words, and only that. */
@SuppressWarnings("try") // a bridge works while it is open
class FailedReplayTest {
  @TempDir Path directory;
  private World world;
  private Exporter items;
  private Rehearsal bad;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory).founded(1);
    items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
    bad = new Rehearsal(world, items, "bad");
  }

  @AfterEach
  void close() throws Exception {
    items.close();
    world.close();
  }

  private void assertFailsAlone(Reason reason, String words) throws Exception {
    try (Exporter others = Exporter.of(world, Contracts.orders(world.name(), 1), 1);
        Bridge bridge = world.bridge()) {
      ReplayFailure failure = bad.awaitEnd().orElseThrow();
      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.message()).contains(words);
      Rehearsal.createTopic(world, others.contract(), 1);
      Rehearsal good = new Rehearsal(world, others, "good");
      good.ask(Contracts.orderRows(3, 3, 0));
      good.assertDone();
      assertThat(bridge.metrics().get(Metric.REPLAYS_ENDED, "failed")).isEqualTo(1);
      assertThat(bad.receipt()).isEmpty();
    }
  }

  @Test
  void aMissingStagingTopic() throws Exception {
    bad.ask(Contracts.itemRows(0, 10, "nowhere to go"));
    assertFailsAlone(Reason.TOPIC_MISSING, items.contract().topic() + ".staging");
  }

  @Test
  void aRowThatCannotBeEncoded() throws Exception {
    Rehearsal.createTopic(world, items.contract(), 1);
    bad.ask(Contracts.itemRows(0, 10, "x").replace("(i / 4)::DECIMAL(12,2)", "'many'"));
    assertFailsAlone(Reason.DATA, "column price");
  }

  @Test
  void aPartThatIsGone() throws Exception {
    Rehearsal.createTopic(world, items.contract(), 1);
    String key =
        bad.ask(Contracts.itemRows(0, 10, "gone")).manifest().manifest().parts().get(0).key();
    world.s3().deleteObject(r -> r.bucket(world.bucket()).key(key));
    assertFailsAlone(Reason.DATA, key);
  }

  @Test
  void aRecordThatKafkaRefuses() throws Exception {
    String topic = items.contract().topic() + ".staging";
    world.createTopic(topic, 1, java.util.Map.of("max.message.bytes", "100"));
    bad.ask(Contracts.itemRows(0, 10, "x".repeat(500)));
    assertFailsAlone(Reason.REFUSED, "row 0 of part 0");
  }

  @Test
  void aTargetThatIsNotKnown() throws Exception {
    String request = ReplayRequestCodec.write(bad.ask(Contracts.itemRows(0, 10, "live")));
    bad.write(0, request.replace("\"staging\"", "\"live\""));
    assertFailsAlone(Reason.REQUEST, "target 'live' is not known");
  }

  @Test
  void aRequestWithNothingInAField() throws Exception {
    String request = ReplayRequestCodec.write(bad.ask(Contracts.itemRows(0, 10, "when?")));
    bad.write(0, request.replaceFirst("\"requested_at\":\"[^\"]*\"", "\"requested_at\":null"));
    assertFailsAlone(Reason.REQUEST, "requested_at is null");
  }

  @Test
  void aRequestThatIsNoText() throws Exception {
    String key = StageLayout.replay(bad.name().contract(), bad.name().id(), 0);
    world
        .s3()
        .putObject(
            r -> r.bucket(world.bucket()).key(key), RequestBody.fromBytes(new byte[] {-1, -2}));
    assertFailsAlone(Reason.REQUEST, "no text in UTF-8");
  }

  @Test
  void anActionOnAReplay() throws Exception {
    bad.ask(Contracts.itemRows(0, 10, "paused"));
    bad.write(1, "{\"format_version\":1,\"action\":\"pause\"}");
    assertFailsAlone(Reason.REQUEST, "bad.1.json acts on a replay");
  }

  @Test
  void aFailureIsNotTriedAgain() throws Exception {
    bad.ask(Contracts.itemRows(0, 10, "nowhere to go"));
    try (Bridge bridge = world.bridge()) {
      assertThat(bad.awaitEnd()).isPresent();
    }
    ReplayFailure first = bad.failure().orElseThrow();
    Rehearsal.createTopic(world, items.contract(), 1);
    try (Bridge bridge = world.bridge()) {
      Rehearsal again = new Rehearsal(world, items, "again");
      again.ask(Contracts.itemRows(0, 10, "now"));
      again.assertDone();
      assertThat(bad.failure()).contains(first);
      assertThat(bad.receipt()).isEmpty();
    }
  }
}
