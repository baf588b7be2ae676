package dev.freshet.bridge.world;

import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.EmbeddedKafka;
import dev.freshet.sandbox.services.EmbeddedS3;
import dev.freshet.sandbox.services.EmbeddedSqs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services, started once for all tests of a JVM and gone with it. */
final class Services {
  static final AccessKey KEY = new AccessKey("bridge", "not a secret");
  private static @Nullable Services shared;

  final EmbeddedS3 s3;
  final EmbeddedSqs sqs;
  final EmbeddedKafka kafka;

  private Services(EmbeddedS3 s3, EmbeddedSqs sqs, EmbeddedKafka kafka) {
    this.s3 = s3;
    this.sqs = sqs;
    this.kafka = kafka;
  }

  static synchronized Services shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static Services start() {
    try {
      Path directory = Files.createTempDirectory("freshet-bridge-test");
      CompletableFuture<EmbeddedKafka> kafka =
          CompletableFuture.supplyAsync(() -> kafka(directory.resolve("kafka")));
      EmbeddedS3 s3 = EmbeddedS3.start(directory.resolve("s3"), KEY);
      Services services = new Services(s3, EmbeddedSqs.start(KEY), kafka.join());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> services.stop(directory)));
      return services;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedKafka kafka(Path directory) {
    try {
      return EmbeddedKafka.start(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop(Path directory) {
    kafka.close();
    sqs.close();
    try (s3;
        Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
