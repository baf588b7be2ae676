package dev.freshet.bridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.fact.Encoding;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a bridge works while it is open
class DueReceiptTest {
  @TempDir Path directory;

  @Test
  void aReceiptThatWasDueWhenTheBridgeDiedIsWrittenByTheNext() throws Exception {
    try (World world = new World(directory).founded(1);
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 1)) {
      SealedManifest empty = items.announce();
      LedgerEntry entry = commitWithoutReceipt(world, items, empty);
      Judge judge = new Judge(world, items);
      assertThat(judge.receipts(1)).isEmpty();
      try (Bridge bridge = world.bridge()) {
        judge.awaitAll();
        assertThat(judge.receipts(1)).isEqualTo(entry.due());
        items.announce(Contracts.itemRows(0, 1, "next"));
        judge.awaitAll();
      }
      try (KafkaLedger ledger = world.ledger()) {
        assertThat(ledger.read(0).entries().values().iterator().next().due())
            .extracting(Receipt::sequence)
            .containsExactly(2L);
      }
    }
  }

  /** What a bridge leaves that dies right after its commit. */
  private static LedgerEntry commitWithoutReceipt(
      World world, Exporter items, SealedManifest sealed) throws Exception {
    KafkaClients kafka = new KafkaClients(world.config().kafka());
    Lane lane = new Lane(items.contract().id(), 0);
    Progress start = Progress.startOf(sealed);
    Progress done =
        new Progress(
            start.sequence(),
            start.manifestDigest(),
            true,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            start.tally());
    try (KafkaLedger ledger = world.ledger();
        KafkaTopics topics = new KafkaTopics(kafka);
        Publication publication =
            KafkaPublication.opener(kafka, world.ledgerTopic(), Duration.ofSeconds(20)).open(0)) {
      TopicIdentity topic = topics.identity(items.contract().topic()).orElseThrow();
      var genesis = ledger.geneses().values().iterator().next();
      LedgerEntry entry =
          new Receipts(genesis, Clock.systemUTC())
              .entry(lane, done, items.contract().topic(), topic);
      Envelope envelope =
          new Envelope(items.contract(), new Encoding.Json(), sealed.manifest(), Optional.empty());
      Batch batch = new Batch(lane, items.contract().topic(), envelope, List.of());
      assertThat(publication.publish(batch, spans -> entry)).isInstanceOf(Outcome.Committed.class);
      return entry;
    }
  }
}
