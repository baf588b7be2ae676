package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.notice.Bell;
import dev.freshet.bridge.publish.KafkaTopics;
import dev.freshet.bridge.stage.S3Objects;
import dev.freshet.bridge.stage.S3Stage;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.replay.RehearsalReceipt;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge that takes over believes what stands on the stage before its own memory. */
@SuppressWarnings("try") // a bridge works while it is open
class SecondOwnerTest {
  @TempDir Path directory;

  private World world;
  private Exporter items;
  private Rehearsal rehearsal;
  private OpenReplays seenBefore;
  private KafkaTopics topics;

  @BeforeEach
  void aRehearsalThatOneBridgeFinishedAndAnotherStillHoldsForOpen() throws Exception {
    world = new World(directory).founded(1);
    topics = new KafkaTopics(new KafkaClients(world.config().kafka()));
    items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
    Rehearsal.createTopic(world, items.contract(), 1);
    rehearsal = new Rehearsal(world, items, "twice");
    rehearsal.ask(Contracts.itemRows(0, 10, "told"));
    seenBefore = new OpenReplays(world.replayStage(), new Bell(), Clock.systemUTC(), new Metrics());
    seenBefore.look();
    try (Bridge bridge = world.bridge()) {
      rehearsal.assertDone();
    }
  }

  @AfterEach
  void close() throws Exception {
    items.close();
    topics.close();
    world.close();
  }

  private Lane lane() {
    return new Lane(rehearsal.name().contract(), Optional.of(rehearsal.name().id()), 0);
  }

  @Test
  void whatWasToldDoneIsNotFailedThoughTheTopicIsEmptyNow() throws Exception {
    RehearsalReceipt told = rehearsal.receipt().orElseThrow();
    world.recreateTopic(told.receipt().topic(), 1);
    second().tell(lane(), told.receipt());
    assertThat(rehearsal.failure()).isEmpty();
    assertThat(rehearsal.receipt()).contains(told);
    assertThat(seenBefore.of(lane())).isEmpty();
  }

  @Test
  void whatWasNotToldFailsWhenTheTopicIsAnotherNow() throws Exception {
    Receipt due = rehearsal.receipt().orElseThrow().receipt();
    String key = StageLayout.replayReceipt(rehearsal.name().contract(), rehearsal.name().id(), 0);
    world.s3().deleteObject(r -> r.bucket(world.bucket()).key(key));
    world.recreateTopic(due.topic(), 1);
    second().tell(lane(), due);
    ReplayFailure failure = rehearsal.failure().orElseThrow();
    assertThat(failure.reason()).isEqualTo(ReplayFailure.Reason.READ_BACK);
    assertThat(failure.message()).contains("deleted and created again");
  }

  private ReplayDestination second() {
    S3Stage stage = new S3Stage(new S3Objects(world.s3(), world.bucket(), ""));
    return new ReplayDestination(
        seenBefore,
        world.replayStage(),
        new Shelf(stage),
        topics,
        new ReadBack(new KafkaClients(world.config().kafka())),
        RecordCheck.opener(Optional.empty()));
  }
}
