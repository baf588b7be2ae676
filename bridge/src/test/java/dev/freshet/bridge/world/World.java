package dev.freshet.bridge.world;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.config.ConfigReader;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.Founding;
import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.bridge.stage.S3Objects;
import dev.freshet.bridge.stage.S3ReplayStage;
import dev.freshet.bridge.stage.S3Stage;
import dev.freshet.sandbox.services.BucketNotifications;
import dev.freshet.sandbox.services.EmbeddedKafka;
import dev.freshet.sandbox.services.EmbeddedS3;
import dev.freshet.sandbox.services.EmbeddedSqs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket, a queue and a ledger of one test's own, on the shared services. */
public final class World implements AutoCloseable {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int REPLAY_PARTITIONS = 2;

  private final String name = "w" + NEXT.incrementAndGet();
  private final Services services = Services.shared();
  private final Path directory;
  private final S3Client s3 = services.s3.client();
  private final EmbeddedSqs.Queue queue;
  private final BucketNotifications notifications;
  private final Map<String, String> settings = new TreeMap<>();

  /**
   * Opens a world.
   *
   * @param directory for the configuration, and what goes to the stage
   */
  public World(Path directory) throws IOException {
    this.directory = directory;
    s3.createBucket(r -> r.bucket(bucket()));
    queue = services.sqs.createQueue(name, Duration.ofSeconds(30), 3);
    notifications =
        BucketNotifications.wire(
            services.s3, bucket(), List.of("manifests/", "replays/"), services.sqs, queue);
    Path secret = Files.writeString(directory.resolve("secret"), Services.KEY.secret());
    settings.putAll(
        Map.of(
            "stage.bucket", bucket(),
            "stage.region", EmbeddedS3.REGION.id(),
            "stage.endpoint", services.s3.endpoint().toString(),
            "stage.access-key-id", Services.KEY.id(),
            "stage.secret-access-key-file", secret.toString(),
            "kafka.bootstrap-servers", services.kafka.bootstrapServers(),
            "ledger.topic", name + ".ledger",
            "ledger.read-timeout-seconds", "20",
            "group.id", name,
            "sweep.interval-seconds", "1"));
    settings.put("group.instance-id", name + "-0");
    settings.put("replay.ledger-topic", replayLedgerTopic());
  }

  public String bucket() {
    return name + "-stage";
  }

  public String ledgerTopic() {
    return name + ".ledger";
  }

  public String replayLedgerTopic() {
    return name + ".replay-ledger";
  }

  public String queueUrl() {
    return queue.url();
  }

  public String deadLetterUrl() {
    return queue.deadLetterUrl();
  }

  public EmbeddedSqs sqs() {
    return services.sqs;
  }

  public EmbeddedKafka kafka() {
    return services.kafka;
  }

  public S3Client s3() {
    return s3;
  }

  public S3Stage stage() {
    return new S3Stage(objects());
  }

  public S3ReplayStage replayStage() {
    return new S3ReplayStage(objects());
  }

  private S3Objects objects() {
    return new S3Objects(s3, bucket(), "");
  }

  public Path directory() {
    return directory;
  }

  /** A word that no other test of this JVM uses, for topics and contracts. */
  public String name() {
    return name;
  }

  public World with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  public World without(String key) {
    settings.remove(key);
    return this;
  }

  public World withNotices() {
    return with("notices.queue-url", queue.url())
        .with("notices.endpoint", services.sqs.endpoint().toString());
  }

  /** Creates the ledger's topic without founding it. */
  public World ledgerTopic(int partitions, Map<String, String> configs) throws Exception {
    createTopic(ledgerTopic(), partitions, configs);
    return this;
  }

  /** Creates and founds both ledgers. */
  public World founded(int partitions) throws Exception {
    ledgerTopic(partitions, Map.of("cleanup.policy", "compact"));
    createTopic(replayLedgerTopic(), REPLAY_PARTITIONS, Map.of("cleanup.policy", "compact"));
    for (KafkaLedger ledger : List.of(ledger(), replayLedger())) {
      try (ledger) {
        new Founding(ledger, UUID::randomUUID).found(false);
      }
    }
    return this;
  }

  public KafkaLedger ledger() {
    return new KafkaLedger(new KafkaClients(config().kafka()), ledgerTopic());
  }

  public KafkaLedger replayLedger() {
    return new KafkaLedger(new KafkaClients(config().kafka()), replayLedgerTopic());
  }

  public void createTopic(String topic, int partitions, Map<String, String> configs)
      throws Exception {
    services.kafka.createTopics(
        List.of(new NewTopic(topic, partitions, (short) 1).configs(configs)));
  }

  /** Deletes a topic and creates it again. */
  public void recreateTopic(String topic, int partitions) throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", services.kafka.bootstrapServers()))) {
      admin.deleteTopics(List.of(topic)).all().get();
      Await.until(topic + " is gone", () -> !exists(admin, topic));
    }
    createTopic(topic, partitions, Map.of());
  }

  private static boolean exists(Admin admin, String topic) {
    try {
      return admin.listTopics().names().get().contains(topic);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** The configuration as a file, for a process. */
  public Path configFile() throws IOException {
    String text =
        settings.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n"));
    return Files.writeString(directory.resolve("bridge.properties"), text);
  }

  public BridgeConfig config() {
    try {
      return ConfigReader.read(Optional.of(configFile()), Map.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Starts a bridge in this JVM. */
  public Bridge bridge() throws IOException {
    return Bridge.start(config(), Clock.systemUTC());
  }

  @Override
  public void close() {
    notifications.close();
    s3.close();
  }
}
