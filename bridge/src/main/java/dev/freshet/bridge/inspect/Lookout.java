package dev.freshet.bridge.inspect;

import dev.freshet.bridge.admission.Eras;
import dev.freshet.bridge.aws.AwsClients;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.Founding;
import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.stage.ReplayStage;
import dev.freshet.bridge.stage.S3Objects;
import dev.freshet.bridge.stage.S3ReplayStage;
import dev.freshet.bridge.stage.S3Stage;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.StageLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads where everything stands, from the stage and the ledger alone. One thread. */
public final class Lookout implements AutoCloseable {
  private static final int PAGE = 1000;

  private final BridgeConfig config;
  private final S3Client s3;
  private final Stage stage;
  private final ReplayStage replayStage;
  private final Shelf shelf;

  private Lookout(BridgeConfig config, S3Client s3) {
    S3Objects objects = new S3Objects(s3, config.aws().bucket(), config.aws().prefix());
    this.config = config;
    this.s3 = s3;
    this.stage = new S3Stage(objects);
    this.replayStage = new S3ReplayStage(objects);
    this.shelf = new Shelf(stage);
  }

  /** Opens a way in; nothing is asked yet. */
  public static Lookout open(BridgeConfig config) {
    return new Lookout(config, new AwsClients(config.aws()).s3());
  }

  /**
   * Founds the ledgers, of the live path and of replays, or completes them.
   *
   * @param dryRun look only
   * @return what was done, by topic
   */
  public Map<String, Founding.Outcome> found(boolean dryRun) {
    Map<String, Founding.Outcome> outcomes = new LinkedHashMap<>();
    KafkaClients kafka = new KafkaClients(config.kafka());
    for (String topic : List.of(config.kafka().ledgerTopic(), config.kafka().replayLedgerTopic())) {
      try (KafkaLedger ledger = new KafkaLedger(kafka, topic)) {
        outcomes.put(topic, new Founding(ledger, UUID::randomUUID).found(dryRun));
      }
    }
    return outcomes;
  }

  /** All replays that were asked for, in the order of their names. */
  public List<ReplayStatus> replays() {
    Map<Lane, LedgerEntry> entries = entries(config.kafka().replayLedgerTopic());
    return replayStage.requests().stream()
        .filter(key -> key.number() == 0)
        .map(key -> ReplayStatus.of(replayStage, key, entries))
        .toList();
  }

  /** All lanes of all contracts that have manifests, in order. */
  public List<LaneStatus> lanes() {
    Map<Lane, LedgerEntry> entries = entries(config.kafka().ledgerTopic());
    List<LaneStatus> statuses = new ArrayList<>();
    for (ContractId contract : stage.announcedContracts()) {
      long announced = lastSequence(contract);
      Eras eras =
          shelf
              .manifest(contract, announced)
              .map(m -> Eras.upTo(m.manifest(), s -> manifest(contract, s)))
              .orElse(new Eras(List.of()));
      for (int number = 0; number < eras.mostLanes(); number++) {
        Lane lane = new Lane(contract, number);
        statuses.add(status(lane, announced, Optional.ofNullable(entries.get(lane))));
      }
    }
    return statuses;
  }

  private Optional<Manifest> manifest(ContractId contract, long sequence) {
    return shelf.manifest(contract, sequence).map(SealedManifest::manifest);
  }

  private Map<Lane, LedgerEntry> entries(String topic) {
    Map<Lane, LedgerEntry> entries = new HashMap<>();
    try (KafkaLedger ledger = new KafkaLedger(new KafkaClients(config.kafka()), topic)) {
      for (int partition = 0; partition < ledger.shape().partitions(); partition++) {
        entries.putAll(ledger.read(partition).entries());
      }
    }
    return entries;
  }

  private static LaneStatus status(Lane lane, long announced, Optional<LedgerEntry> entry) {
    if (entry.isEmpty()) {
      return new LaneStatus(lane, announced, 0, 0, 0, 0);
    }
    Progress progress = entry.get().progress();
    boolean done = progress.complete();
    return new LaneStatus(
        lane,
        announced,
        done ? progress.sequence() : progress.sequence() - 1,
        done ? 0 : progress.sequence(),
        progress.tally().upserts() + progress.tally().deletes(),
        entry.get().due().size());
  }

  /** The last manifest's sequence; the head is asked first, what came after it is listed. */
  private long lastSequence(ContractId contract) {
    String key = StageLayout.head(contract);
    long last = stage.head(contract).map(text -> Head.read(key, text).sequence() - 1).orElse(0L);
    List<Long> page;
    do {
      page = stage.sequencesAfter(contract, last, PAGE);
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == PAGE);
    return last;
  }

  /** The last manifests of a contract, the newest last, with their receipts counted. */
  public List<ManifestStatus> manifests(ContractId contract, int atMost) {
    long last = lastSequence(contract);
    List<ManifestStatus> statuses = new ArrayList<>();
    for (long sequence = Math.max(1, last - atMost + 1); sequence <= last; sequence++) {
      shelf.manifest(contract, sequence).ifPresent(m -> statuses.add(status(contract, m)));
    }
    return statuses;
  }

  private ManifestStatus status(ContractId contract, SealedManifest sealed) {
    int receipts = 0;
    for (int lane = 0; lane < sealed.manifest().lanes(); lane++) {
      boolean here =
          shelf
              .receipt(contract, sealed.manifest().sequence(), lane)
              .filter(r -> r.manifestDigest().equals(sealed.digest()))
              .isPresent();
      receipts += here ? 1 : 0;
    }
    return new ManifestStatus(sealed, receipts);
  }

  /** All contracts that have manifests, in order. */
  public List<ContractId> contracts() {
    TreeSet<ContractId> sorted = new TreeSet<>(Comparator.comparing(ContractId::toString));
    sorted.addAll(stage.announcedContracts());
    return List.copyOf(sorted);
  }

  @Override
  public void close() {
    s3.close();
  }
}
