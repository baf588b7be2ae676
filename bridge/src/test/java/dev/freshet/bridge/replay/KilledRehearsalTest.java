package dev.freshet.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.BridgeProcess;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Rehearsal;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL inside a rehearsal: the next bridge finishes it, and every fact stands there once. */
@SuppressWarnings("try") // a bridge works while it is open
class KilledRehearsalTest {
  private static final int ROWS = 12_000;

  @TempDir Path directory;

  @Test
  void finishesExactlyOnceThroughKills() throws Exception {
    try (World world = new World(directory).founded(1).with("slice.max-records", "300");
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 3), 1)) {
      Rehearsal.createTopic(world, items.contract(), 3);
      Rehearsal rehearsal = new Rehearsal(world, items, "killed");
      rehearsal.ask(Contracts.itemRows(0, ROWS, "rehearsed"));
      Topic topic = new Topic(world, items.contract().topic() + ".staging");
      for (long moment : new long[] {700, ROWS / 2, ROWS - 700}) {
        killWhen(world, "record " + moment, () -> topic.written() >= moment);
      }
      try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
        rehearsal.assertDone();
      }
    }
  }

  @Test
  void readsBackWhatWasCommittedBeforeItWasKilled() throws Exception {
    try (World world = new World(directory).founded(1);
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
        KafkaLedger ledger = world.replayLedger()) {
      Rehearsal.createTopic(world, items.contract(), 3);
      Rehearsal rehearsal = new Rehearsal(world, items, "unread");
      rehearsal.ask(Contracts.itemRows(0, ROWS, "rehearsed"));
      killWhen(world, "all is committed", () -> isComplete(ledger));
      try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
        rehearsal.assertDone();
      }
    }
  }

  private static boolean isComplete(KafkaLedger ledger) {
    return IntStream.range(0, ledger.shape().partitions())
        .mapToObj(p -> ledger.read(p).entries().values())
        .flatMap(Collection::stream)
        .map(LedgerEntry::progress)
        .anyMatch(p -> p.complete());
  }

  private static void killWhen(World world, String what, BooleanSupplier when) throws Exception {
    try (BridgeProcess bridge = BridgeProcess.start(world.configFile(), Map.of())) {
      Await.until(what, () -> when.getAsBoolean() || !bridge.isAlive());
      assertThat(bridge.isAlive()).as(bridge.output()).isTrue();
      bridge.kill();
    }
  }
}
