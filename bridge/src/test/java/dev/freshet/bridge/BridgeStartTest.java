package dev.freshet.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.ledger.LedgerException;
import dev.freshet.bridge.ledger.LedgerNotReadyException;
import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.bridge.world.Await;
import dev.freshet.bridge.world.BridgeProcess;
import dev.freshet.bridge.world.World;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong at the start is said at once, in words somebody can act on. */
@SuppressWarnings("try") // a bridge works while it is open
class BridgeStartTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void saysThatTheBucketIsMissing() throws Exception {
    world.founded(1).with("stage.bucket", "no-such-bucket");
    assertThatThrownBy(world::bridge)
        .isInstanceOf(StageUnavailableException.class)
        .hasMessageContaining("s3://no-such-bucket/");
  }

  @Test
  void saysThatTheCredentialsAreWrongWithoutShowingThem() throws Exception {
    Path wrong = Files.writeString(directory.resolve("wrong"), "swordfish");
    world.founded(1).with("stage.secret-access-key-file", wrong.toString());
    assertThatThrownBy(world::bridge)
        .isInstanceOf(StageUnavailableException.class)
        .hasMessageContaining("403")
        .hasMessageNotContaining("swordfish");
  }

  @Test
  void saysThatKafkaDoesNotAnswer() throws Exception {
    try (ServerSocket closed = new ServerSocket(0)) {
      world.with("kafka.bootstrap-servers", "127.0.0.1:" + closed.getLocalPort());
    }
    assertThatThrownBy(world::bridge)
        .isInstanceOf(LedgerNotReadyException.class)
        .hasMessageContaining("kafka.bootstrap-servers");
  }

  @Test
  void saysThatTheLedgersTopicIsMissing() {
    assertThatThrownBy(world::bridge)
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("There is no topic " + world.ledgerTopic());
  }

  @Test
  void saysThatTheQueueIsMissing() throws Exception {
    world.founded(1).withNotices().with("notices.queue-url", world.queueUrl() + "-not");
    assertThatThrownBy(world::bridge)
        .isInstanceOf(StageUnavailableException.class)
        .hasMessageContaining("There is no queue");
  }

  @Test
  void theProcessEndsWithACodeForUsageAndOneForContradictoryData() throws Exception {
    world.ledgerTopic(1, Map.of("cleanup.policy", "compact"));
    try (BridgeProcess unfounded = BridgeProcess.start(world.configFile(), Map.of())) {
      assertThat(unfounded.exitCode()).isEqualTo(BridgeMain.CONTRADICTION);
      assertThat(unfounded.output()).contains("init-ledger");
    }
    world.with("sweep.intervall-seconds", "5");
    try (BridgeProcess misspelt = BridgeProcess.start(world.configFile(), Map.of())) {
      assertThat(misspelt.exitCode()).isEqualTo(BridgeMain.USAGE);
      assertThat(misspelt.output()).contains("did you mean sweep.interval-seconds?");
    }
  }

  @Test
  void twoInstancesOfOneNameDoNotBothStay() throws Exception {
    world.founded(1);
    try (BridgeProcess first = BridgeProcess.start(world.configFile(), Map.of())) {
      Await.until("the first is up", () -> first.output().contains("publisher=0 gained"));
      try (BridgeProcess second = BridgeProcess.start(world.configFile(), Map.of())) {
        assertThat(first.exitCode()).as(first.output()).isEqualTo(BridgeMain.FAILED);
        Await.until("the second is up", () -> second.output().contains("publisher=0 gained"));
        assertThat(second.isAlive()).isTrue();
      }
    }
  }

  @Test
  void servesHealthAndMetrics() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    world.founded(1).with("http.port", Integer.toString(port));
    try (Bridge bridge = world.bridge()) {
      String at = "http://127.0.0.1:" + port;
      Await.until("it is ready", () -> get(at + "/ready").statusCode() == 200);
      assertThat(get(at + "/live").statusCode()).isEqualTo(200);
      assertThat(get(at + "/metrics").body())
          .contains("# TYPE freshet_sweeps_total counter")
          .contains("freshet_sweeps_total{result=\"heads\"}");
    }
  }

  private static HttpResponse<String> get(String address) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
