package dev.freshet.sandbox.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker (KRaft, one node, plaintext) on 127.0.0.1 with its topics in a directory.
 * Transactions are on; topics are only ever created on purpose.
 *
 * <p>A broker that was closed is started again, with all it held, by {@link #start(Path,
 * KafkaPorts)} on the same directory and {@link #ports()}.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Duration START_DEADLINE = Duration.ofSeconds(60);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);
  private static final Duration ADMIN_DEADLINE = Duration.ofSeconds(30);
  private static final int PORT_ATTEMPTS = 5;

  private final LogDirectory directory;
  private final KafkaRaftServer server;
  private final KafkaPorts ports;

  private EmbeddedKafka(LogDirectory directory, KafkaRaftServer server, KafkaPorts ports) {
    this.directory = directory;
    this.server = server;
    this.ports = ports;
  }

  /** Starts on free ports; tries others if one is taken in between. */
  public static EmbeddedKafka start(Path directory) throws IOException {
    for (int attempt = 1; ; attempt++) {
      KafkaPorts ports = KafkaPorts.free();
      try {
        return start(directory, ports);
      } catch (PortTakenException e) {
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /**
   * Starts on given ports. A start that fails leaves nothing behind.
   *
   * @throws PortTakenException if another process listens on one of them
   * @throws IOException if the directory cannot be used, or the broker is not up within a minute;
   *     then a thread dump lies beside the directory
   */
  public static EmbeddedKafka start(Path directory, KafkaPorts ports) throws IOException {
    if (!ports.areFree()) {
      throw new PortTakenException(ports);
    }
    LogDirectory held = LogDirectory.open(directory);
    try {
      return start(held, ports);
    } catch (IOException e) {
      held.close();
      throw e;
    }
  }

  /** Goes on when the ports were found free; they may be taken by now. */
  static EmbeddedKafka start(LogDirectory directory, KafkaPorts ports) throws IOException {
    KafkaConfig config = new KafkaConfig(BrokerProperties.of(directory.path(), ports), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      new BrokerStep("start", directory.path(), START_DEADLINE)
          .run(() -> FatalFaults.thrown(server::startup));
      return new EmbeddedKafka(directory, server, ports);
    } catch (IOException e) {
      stopAfter(e, directory.path(), server);
      throw ports.areFree() ? e : new PortTakenException(ports);
    }
  }

  private static void stopAfter(IOException failure, Path directory, KafkaRaftServer server) {
    try {
      stop(directory, server);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void stop(Path directory, KafkaRaftServer server) throws IOException {
    new BrokerStep("stop", directory, STOP_DEADLINE)
        .run(
            () -> {
              server.shutdown();
              server.awaitShutdown();
            });
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + ports.clients();
  }

  /** Where it listens. */
  public KafkaPorts ports() {
    return ports;
  }

  /** Creates topics and waits until clients can see them. Fails if one exists. */
  public void createTopics(Collection<NewTopic> topics) throws IOException, InterruptedException {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(topics).all().get(ADMIN_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      new TopicsVisible(admin, ADMIN_DEADLINE).await(topics);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "The topics "
              + names(topics)
              + " could not be created on "
              + bootstrapServers()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Collection<String> names(Collection<NewTopic> topics) {
    return topics.stream().map(NewTopic::name).toList();
  }

  /** Stops the broker; what is in the directory stays. Closing twice is harmless. */
  @Override
  public void close() {
    try {
      stop(directory.path(), server);
      directory.close(); // not if the stop failed: the broker may still be writing
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
