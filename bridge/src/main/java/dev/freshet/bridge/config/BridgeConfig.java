package dev.freshet.bridge.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the bridge was told, checked. {@link Settings} says what each key means. */
public record BridgeConfig(
    Aws aws,
    Kafka kafka,
    Group group,
    Sweep sweep,
    Slice slice,
    Optional<Registry> registry,
    Http http) {

  /** The bucket, the queue and the way in. */
  public record Aws(
      String region,
      String bucket,
      String prefix,
      Optional<URI> stageEndpoint,
      Optional<String> queueUrl,
      Optional<URI> noticesEndpoint,
      Optional<AccessKey> accessKey) {}

  /** A key pair; its text form leaves the secret out. */
  public record AccessKey(String id, String secret) {
    @Override
    public String toString() {
      return "AccessKey[" + id + "]";
    }
  }

  /**
   * Kafka and the ledgers in it.
   *
   * @param ledgerTopic the ledger of the live path
   * @param replayLedgerTopic the ledger of replays
   * @param properties passed through to every client; may hold secrets
   */
  public record Kafka(
      String bootstrapServers,
      Map<String, String> properties,
      String ledgerTopic,
      String replayLedgerTopic,
      Duration ledgerReadTimeout) {
    public Kafka {
      properties = Map.copyOf(properties);
    }

    @Override
    public String toString() {
      return "Kafka[" + bootstrapServers + ", " + ledgerTopic + "]";
    }
  }

  /** The consumer group that decides who publishes what. */
  public record Group(String id, Optional<String> instanceId, Duration sessionTimeout) {
    /** The group of the publishers of replays, beside this one. */
    public Group ofReplays() {
      return new Group(id + "-replay", instanceId, sessionTimeout);
    }
  }

  /** The search for manifests nobody told of. */
  public record Sweep(Duration interval, Duration everythingInterval, Duration gapAlert) {}

  /** The bounds of one transaction, and of how many run at a time. */
  public record Slice(
      int maxRecords, int maxBytes, Duration maxOpen, int maxAtOnce, Bucket bucket) {}

  /** How much of a change set is sorted in memory at most. */
  public record Bucket(int maxRows, int maxBytes) {}

  /**
   * The schema registry.
   *
   * @param url the root of its API, without a slash at the end
   * @param authorization the header that opens it; a secret
   * @param timeout the longest wait for one answer
   */
  public record Registry(URI url, Optional<String> authorization, Duration timeout) {
    @Override
    public String toString() {
      return "Registry[" + url + "]";
    }
  }

  /** Where health and metrics are served; port 0 for nowhere. */
  public record Http(String address, int port) {}
}
