package dev.freshet.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the bridge's configuration file for a sandbox; the secret goes to a file of its own. */
final class BridgeConfig {
  private BridgeConfig() {}

  static Path write(Path folder, Cloud cloud, String bootstrapServers, URI registry)
      throws IOException {
    Path secret = folder.resolve("s3-secret");
    Files.deleteIfExists(secret);
    Files.createFile(secret, OwnerOnly.FILE);
    Files.writeString(secret, cloud.s3().accessKey().secret());
    Map<String, String> keys = new TreeMap<>();
    keys.put("stage.bucket", Cloud.BUCKET);
    keys.put("stage.endpoint", cloud.s3().endpoint().toString());
    keys.put("stage.region", "us-east-1");
    keys.put("stage.access-key-id", cloud.s3().accessKey().id());
    keys.put("stage.secret-access-key-file", secret.toString());
    keys.put("notices.queue-url", cloud.queue().url());
    keys.put("notices.endpoint", cloud.sqs().endpoint().toString());
    keys.put("kafka.bootstrap-servers", bootstrapServers);
    keys.put("registry.url", registry.toString());
    keys.put("ledger.topic", Topics.LEDGER);
    keys.put("replay.ledger-topic", Topics.REPLAY_LEDGER);
    // A killed bridge that comes back under its name takes its lanes at once.
    keys.put("group.instance-id", "sandbox");
    keys.put("sweep.interval-seconds", "5");
    Path file = folder.resolve("bridge.properties");
    Files.writeString(
        file,
        keys.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n", "", "\n")));
    return file;
  }
}
