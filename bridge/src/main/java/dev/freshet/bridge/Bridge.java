package dev.freshet.bridge;

import dev.freshet.bridge.aws.AwsClients;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.ParquetFacts;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.notice.Announced;
import dev.freshet.bridge.notice.Bell;
import dev.freshet.bridge.notice.NoticeLoop;
import dev.freshet.bridge.notice.NoticeParser;
import dev.freshet.bridge.notice.SqsNotices;
import dev.freshet.bridge.notice.Sweep;
import dev.freshet.bridge.publish.KafkaOwnership;
import dev.freshet.bridge.publish.KafkaPublication;
import dev.freshet.bridge.publish.KafkaTopics;
import dev.freshet.bridge.publish.LiveDestination;
import dev.freshet.bridge.publish.LiveLanes;
import dev.freshet.bridge.publish.Publishers;
import dev.freshet.bridge.publish.Surroundings;
import dev.freshet.bridge.registry.ContractSchemas;
import dev.freshet.bridge.registry.HttpRegistry;
import dev.freshet.bridge.registry.SchemaRegistry;
import dev.freshet.bridge.replay.OpenReplays;
import dev.freshet.bridge.replay.ReadBack;
import dev.freshet.bridge.replay.RecordCheck;
import dev.freshet.bridge.replay.ReplayDestination;
import dev.freshet.bridge.replay.ReplayLanes;
import dev.freshet.bridge.stage.S3Objects;
import dev.freshet.bridge.stage.S3ReplayStage;
import dev.freshet.bridge.stage.S3Stage;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.watch.HealthServer;
import dev.freshet.bridge.watch.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running bridge: membership, sweep, notices and publishers, each on threads of its own.
 *
 * <p>It looks at S3, Kafka and the ledger before it starts anything, so that what is wrong with
 * them is said at once.
 */
public final class Bridge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

  private static final Duration JOIN = Duration.ofSeconds(5);

  private final BridgeConfig config;
  private final Metrics metrics = new Metrics();
  private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private Optional<HealthServer> health = Optional.empty();

  private Bridge(BridgeConfig config) {
    this.config = config;
  }

  /**
   * Starts.
   *
   * @throws dev.freshet.bridge.ledger.LedgerException if the ledger is missing or another
   * @throws dev.freshet.bridge.ledger.LedgerNotReadyException if Kafka does not answer
   * @throws dev.freshet.bridge.stage.StageUnavailableException if S3 or SQS does not answer
   * @throws IOException if the port for health and metrics cannot be bound
   */
  public static Bridge start(BridgeConfig config, Clock clock) throws IOException {
    Bridge bridge = new Bridge(config);
    try {
      bridge.open(clock);
      return bridge;
    } catch (RuntimeException | IOException e) {
      bridge.close();
      throw e;
    }
  }

  private void open(Clock clock) throws IOException {
    AwsClients aws = new AwsClients(config.aws());
    S3Objects objects =
        new S3Objects(closed(aws.s3()), config.aws().bucket(), config.aws().prefix());
    S3Stage stage = new S3Stage(objects);
    stage.probe();
    KafkaClients kafka = new KafkaClients(config.kafka());
    FoundedLedger ledger = closed(FoundedLedger.on(kafka, config.kafka().ledgerTopic()));
    FoundedLedger replayLedger =
        closed(FoundedLedger.on(kafka, config.kafka().replayLedgerTopic()));
    Bell bell = new Bell();
    Bell replayBell = new Bell();
    Announced announced = new Announced(bell);
    S3ReplayStage replayStage = new S3ReplayStage(objects);
    OpenReplays replays = new OpenReplays(replayStage, replayBell, clock, metrics);
    Sweep sweep = new Sweep(stage, announced, replays::look, config.sweep(), clock, metrics);
    Optional<NoticeLoop> notices = notices(aws, sweep);
    Optional<SchemaRegistry> registry = config.registry().map(HttpRegistry::new);
    Surroundings around = live(kafka, ledger, stage, announced, registry, clock);
    Wing live = wing(around, "", kafka, config.group(), bell);
    Surroundings besides =
        around.beside(
            replayLedger.ledger(),
            replayLedger.genesis(),
            KafkaPublication.opener(kafka, replayLedger.topic(), config.slice().maxOpen()),
            ReplayLanes.opener(replays, replayLedger.ledger()),
            new ReplayDestination(
                replays,
                replayStage,
                around.shelf(),
                around.topics(),
                new ReadBack(kafka),
                RecordCheck.opener(registry)));
    Wing replay = wing(besides, "replay-", kafka, config.group().ofReplays(), replayBell);
    serveHealth(List.of(live, replay), sweep);
    start(live, "group");
    start(replay, "replay-group");
    thread("sweep", sweep, sweep::stop, JOIN);
    // A long poll ends when it likes; what it brings after the end comes again.
    notices.ifPresent(n -> thread("notices", n, n::stop, Duration.ZERO));
    LOG.info(
        "bridge started ledger={} partitions={} replay_ledger={} bucket={} group={}",
        ledger.genesis().ledgerId(),
        ledger.genesis().partitions(),
        replayLedger.genesis().ledgerId(),
        config.aws().bucket(),
        config.group().id());
  }

  private Surroundings live(
      KafkaClients kafka,
      FoundedLedger ledger,
      S3Stage stage,
      Announced announced,
      Optional<SchemaRegistry> registry,
      Clock clock) {
    Shelf shelf = new Shelf(stage);
    return new Surroundings(
        stage,
        shelf,
        LiveLanes.opener(
            new LiveLanes.Reading(announced, stage, shelf, ledger.ledger(), clock, metrics)),
        new LiveDestination(stage, shelf),
        ledger.ledger(),
        ledger.genesis(),
        closed(new KafkaTopics(kafka)),
        KafkaPublication.opener(kafka, ledger.topic(), config.slice().maxOpen()),
        ParquetFacts::open,
        new ContractSchemas(registry, clock),
        config.slice(),
        new Semaphore(config.slice().maxAtOnce(), true),
        config.sweep().gapAlert(),
        clock,
        metrics);
  }

  /** The publishers of one ledger, and the group that shares them out. */
  private record Wing(Publishers publishers, KafkaOwnership group) {}

  private Wing wing(
      Surroundings around, String kind, KafkaClients kafka, BridgeConfig.Group members, Bell bell) {
    Publishers publishers = new Publishers(around, kind, bell, fatal::complete);
    String ledgerTopic = around.ledger().shape().name();
    KafkaOwnership group = new KafkaOwnership(kafka, ledgerTopic, members, publishers);
    publishers.ask(group);
    return new Wing(publishers, group);
  }

  private void start(Wing wing, String name) {
    thread(name, wing.group(), wing.group(), JOIN);
    closed(wing.publishers());
  }

  private Optional<NoticeLoop> notices(AwsClients aws, Sweep sweep) {
    return config
        .aws()
        .queueUrl()
        .map(
            url -> {
              NoticeParser parser = new NoticeParser(config.aws().bucket(), config.aws().prefix());
              SqsNotices queue = new SqsNotices(closed(aws.sqs()), url, parser, metrics);
              queue.probe();
              return new NoticeLoop(queue, sweep);
            });
  }

  private void serveHealth(List<Wing> wings, Sweep sweep) throws IOException {
    if (config.http().port() == 0) {
      return;
    }
    HealthServer server =
        HealthServer.start(
            new InetSocketAddress(config.http().address(), config.http().port()),
            () -> wings.stream().allMatch(w -> w.group().isMember()) && !fatal.isDone(),
            () -> sweep.sweptOnce() && wings.stream().allMatch(w -> w.publishers().allReady()),
            metrics::text);
    health = Optional.of(closed(server));
  }

  private <T extends AutoCloseable> T closed(T part) {
    closing.push(part);
    return part;
  }

  private void thread(String name, Runnable work, AutoCloseable stop, Duration join) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> fatal.complete(e));
    closing.push(
        () -> {
          stop.close();
          if (!join.isZero()) {
            thread.join(join.toMillis());
          }
        });
    thread.start();
  }

  /** What the bridge counts. */
  public Metrics metrics() {
    return metrics;
  }

  /** Where health and metrics are served, if they are. */
  public Optional<HealthServer> health() {
    return health;
  }

  /** Waits until the bridge cannot go on, and says why. */
  public Throwable awaitFatal() {
    return fatal.join();
  }

  /** Finishes or aborts the slices in hand, leaves the group, and lets everything go. */
  @Override
  public void close() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.warn("closing: {}", e.toString());
      }
    }
  }
}
