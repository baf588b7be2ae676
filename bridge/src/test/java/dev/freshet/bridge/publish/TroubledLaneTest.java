package dev.freshet.bridge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.ParquetFacts;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.notice.Announced;
import dev.freshet.bridge.notice.Bell;
import dev.freshet.bridge.registry.ContractSchemas;
import dev.freshet.bridge.stage.S3Objects;
import dev.freshet.bridge.stage.S3Stage;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.bridge.world.Contracts;
import dev.freshet.bridge.world.Exporter;
import dev.freshet.bridge.world.Judge;
import dev.freshet.bridge.world.ShiftedClock;
import dev.freshet.bridge.world.World;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubledLaneTest {
  @TempDir Path directory;

  /** The live path, but that the receipts of one contract cannot be written for a while. */
  private static final class Shut implements Destination {
    private final Destination live;
    private final ContractId contract;
    private boolean shut = true;

    Shut(Destination live, ContractId contract) {
      this.live = live;
      this.contract = contract;
    }

    @Override
    public String topic(Lane lane) {
      return live.topic(lane);
    }

    @Override
    public Optional<Receipt> receipt(Lane lane, long sequence) {
      return live.receipt(lane, sequence);
    }

    @Override
    public void tell(Lane lane, Receipt receipt) {
      if (shut && lane.contract().equals(contract)) {
        throw new StageUnavailableException(
            "receipts/ may not be written", new IllegalStateException("403"));
      }
      live.tell(lane, receipt);
    }

    @Override
    public boolean stopped(Lane lane, Hindrance hindrance, String why) {
      return live.stopped(lane, hindrance, why);
    }
  }

  @Test
  void aLaneThatCannotTellItsReceiptRestsWhileTheOthersKeepTheirPace() throws Exception {
    try (World world = new World(directory).founded(1).with("slice.max-records", "10");
        Exporter orders = Exporter.of(world, Contracts.orders(world.name(), 1), 1);
        Exporter items = Exporter.of(world, Contracts.items(world.name(), 1), 1);
        KafkaLedger ledger = world.ledger();
        KafkaTopics topics = new KafkaTopics(new KafkaClients(world.config().kafka()))) {
      Announced announced = new Announced(new Bell());
      ShiftedClock clock = new ShiftedClock();
      S3Stage stage = new S3Stage(new S3Objects(world.s3(), world.bucket(), ""));
      Shelf shelf = new Shelf(stage);
      Shut destination = new Shut(new LiveDestination(stage, shelf), orders.contract().id());
      BridgeConfig config = world.config();
      Metrics metrics = new Metrics();
      Surroundings around =
          new Surroundings(
              stage,
              shelf,
              LiveLanes.opener(
                  new LiveLanes.Reading(announced, stage, shelf, ledger, clock, metrics)),
              destination,
              ledger,
              ledger.geneses().values().iterator().next(),
              topics,
              KafkaPublication.opener(
                  new KafkaClients(config.kafka()), world.ledgerTopic(), Duration.ofSeconds(20)),
              ParquetFacts::open,
              new ContractSchemas(Optional.empty(), clock),
              config.slice(),
              new Semaphore(1),
              Duration.ofMinutes(5),
              clock,
              metrics);
      orders.announce(Contracts.orderRows(1, 3, 0));
      items.announce(Contracts.itemRows(0, 100, "many slices"));
      announced.saw(orders.contract().id(), 1);
      announced.saw(items.contract().id(), 1);
      try (Publisher publisher = new Publisher(0, around)) {
        for (int slice = 1; slice <= 11; slice++) {
          assertThat(publisher.turn()).as("slice " + slice).isEqualTo(Publisher.Turn.WORKED);
        }
        new Judge(world, items).awaitAll();
        assertThat(new Judge(world, orders).receipts(1)).isEmpty();
        destination.shut = false;
        clock.forward(Duration.ofSeconds(31));
        publisher.turn();
        assertThat(new Judge(world, orders).receipts(1)).hasSize(1);
      }
    }
  }
}
