package dev.freshet.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void leavesNeitherPortsNorThreadsThatKeepTheProcessAlive() throws Exception {
    Set<Thread> before = keepingAlive();
    AccessKey key = new AccessKey("sandbox", "not a secret");
    List<Integer> ports;
    try (EmbeddedS3 s3 = EmbeddedS3.start(directory.resolve("s3"), key);
        EmbeddedSqs sqs = EmbeddedSqs.start(key);
        BucketNotifications wired =
            BucketNotifications.wire(
                s3,
                "stage",
                List.of("manifests/"),
                sqs,
                sqs.createQueue("notices", Duration.ofSeconds(30), 3));
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      assertThat(wired).isNotNull();
      ports =
          List.of(
              port(s3.endpoint()),
              port(sqs.endpoint()),
              kafka.ports().clients(),
              kafka.ports().controller());
    }
    for (int port : ports) {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }
    assertThat(leftAfterPatience(before)).isEmpty();
  }

  private static int port(URI endpoint) {
    return endpoint.getPort();
  }

  private static Set<Thread> keepingAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  private static Set<Thread> leftAfterPatience(Set<Thread> before) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Thread thread : keepingAlive()) {
      if (!before.contains(thread)) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    }
    Set<Thread> left = keepingAlive();
    left.removeAll(before);
    return left;
  }
}
