package dev.freshet.bridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.fact.Encoding;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.Tally;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.bridge.record.OutboundRecord;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Topic;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPublicationTest {
  @TempDir Path directory;
  private World world;
  private Exporter items;
  private Lane lane;
  private Publication.Opener opener;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory).founded(1);
    items = Exporter.of(world, Contracts.items(world.name(), 1), 2);
    lane = new Lane(items.contract().id(), 0);
    opener = opener(world.ledgerTopic());
  }

  @AfterEach
  void close() throws Exception {
    items.close();
    world.close();
  }

  private Publication.Opener opener(String ledgerTopic) {
    KafkaClients clients = new KafkaClients(world.config().kafka());
    return KafkaPublication.opener(clients, ledgerTopic, Duration.ofSeconds(20));
  }

  private Batch batch(int records, int valueBytes) throws Exception {
    SealedManifest sealed = items.prepare();
    Envelope envelope =
        new Envelope(items.contract(), new Encoding.Json(), sealed.manifest(), Optional.empty());
    List<OutboundRecord> all =
        IntStream.range(0, records)
            .mapToObj(
                i ->
                    envelope.wrap(
                        new Fact(
                            0,
                            i,
                            Fact.Op.UPSERT,
                            Integer.toString(i).getBytes(StandardCharsets.UTF_8),
                            Integer.toString(i).getBytes(StandardCharsets.UTF_8),
                            1,
                            new byte[valueBytes],
                            null,
                            null)))
            .toList();
    return new Batch(lane, items.contract().topic(), envelope, all);
  }

  private static LedgerEntry entry(long sequence, List<Receipt.Span> spans) {
    Progress progress =
        new Progress(
            sequence,
            "d",
            true,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Tally.NOTHING.plus(spans, 0, 0));
    return new LedgerEntry(1, "l", progress, new TopicIdentity("t", 2), List.of());
  }

  private List<String> committedKeys() {
    return new Topic(world, items.contract().topic())
        .committed().stream().map(s -> s.key()).toList();
  }

  @Test
  void recordsAndEntryAppearTogetherWithTheSpansTheyTook() throws Exception {
    try (Publication publication = opener.open(0);
        KafkaLedger ledger = world.ledger()) {
      Outcome outcome = publication.publish(batch(100, 10), spans -> entry(1, spans));
      assertThat(outcome).isInstanceOf(Outcome.Committed.class);
      Tally tally = ledger.read(0).entries().get(lane).progress().tally();
      assertThat(tally.spans()).hasSize(2);
      assertThat(tally.spans().stream().mapToLong(Receipt.Span::records).sum()).isEqualTo(100);
      assertThat(committedKeys()).hasSize(100);
    }
  }

  @Test
  void anOldOwnerThatWakesUpIsShutOutAndNothingOfItIsSeen() throws Exception {
    try (Publication old = opener.open(0)) {
      old.publish(batch(1, 10), spans -> entry(1, spans));
      try (Publication now = opener.open(0)) {
        assertThat(old.publish(batch(50, 10), spans -> entry(2, spans)))
            .isInstanceOf(Outcome.Lost.class);
        assertThat(now.publish(batch(2, 10), spans -> entry(2, spans)))
            .isInstanceOf(Outcome.Committed.class);
      }
    }
    assertThat(committedKeys()).hasSize(3);
  }

  @Test
  void aRecordTooLargeIsRefusedByItsRowAndTheNextTransactionWorks() throws Exception {
    try (Publication publication = opener.open(0)) {
      Outcome outcome = publication.publish(batch(3, 3_000_000), spans -> entry(1, spans));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Refused.class, r -> assertThat(r.why()).contains("row 0 of part 0"));
      assertThat(publication.publish(batch(3, 10), spans -> entry(1, spans)))
          .isInstanceOf(Outcome.Committed.class);
    }
    assertThat(committedKeys()).hasSize(3);
  }

  @Test
  void aLedgerEntryTooLargeIsRefusedBeforeTheCommit() throws Exception {
    world.createTopic(world.ledgerTopic() + ".small", 1, Map.of("max.message.bytes", "200"));
    opener = opener(world.ledgerTopic() + ".small");
    try (Publication publication = opener.open(0)) {
      assertThat(publication.publish(batch(3, 10), spans -> entry(1, spans)))
          .isInstanceOfSatisfying(
              Outcome.Refused.class, r -> assertThat(r.why()).contains("ledger entry"));
    }
    assertThat(committedKeys()).isEmpty();
  }
}
