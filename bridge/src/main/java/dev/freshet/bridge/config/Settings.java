package dev.freshet.bridge.config;

import static dev.freshet.bridge.config.Setting.optional;
import static dev.freshet.bridge.config.Setting.required;
import static dev.freshet.bridge.config.Setting.withDefault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every key there is. The reference page is printed from this table. */
public final class Settings {
  static final Setting<String> ENVIRONMENT =
      withDefault(
          "environment",
          "",
          "a word such as prod, put before the default group id; topics keep the contract's id",
          Parsers::word);
  static final Setting<String> STAGE_BUCKET =
      required("stage.bucket", "the bucket that the stage stands in", Parsers::text);
  static final Setting<String> STAGE_PREFIX =
      withDefault("stage.prefix", "", "the key prefix of the stage's root", Parsers::folder);
  static final Setting<String> STAGE_REGION =
      required("stage.region", "the AWS region of bucket and queue", Parsers::text);
  static final Setting<URI> STAGE_ENDPOINT =
      optional(
          "stage.endpoint", "another S3 than Amazon's; is addressed path-style", Parsers::address);
  static final Setting<String> ACCESS_KEY_ID =
      optional(
          "stage.access-key-id",
          "the access key of bucket and queue; without it the AWS default chain is asked",
          Parsers::text);
  static final Setting<Path> SECRET_ACCESS_KEY_FILE =
      optional(
          "stage.secret-access-key-file",
          "a file that holds the secret of stage.access-key-id",
          Parsers::file);
  static final Setting<String> QUEUE_URL =
      optional(
          "notices.queue-url",
          "the SQS queue of the bucket's notifications; without it only the sweep finds manifests",
          Parsers::text);
  static final Setting<URI> NOTICES_ENDPOINT =
      optional("notices.endpoint", "another SQS than Amazon's", Parsers::address);
  static final Setting<String> BOOTSTRAP_SERVERS =
      required("kafka.bootstrap-servers", "where Kafka answers first", Parsers::text);
  static final Setting<Path> KAFKA_PROPERTIES_FILE =
      optional(
          "kafka.properties-file",
          "client properties for every connection to Kafka (security, tuning)",
          Parsers::file);
  static final Setting<String> LEDGER_TOPIC =
      withDefault("ledger.topic", "freshet.ledger", "the ledger's topic", Parsers::text);
  static final Setting<String> REPLAY_LEDGER_TOPIC =
      withDefault(
          "replay.ledger-topic",
          "freshet.replay-ledger",
          "the topic of the ledger of replays; another than the ledger's",
          Parsers::text);
  static final Setting<Duration> LEDGER_READ_TIMEOUT =
      withDefault(
          "ledger.read-timeout-seconds",
          "60",
          "how long a publisher tries to read its ledger to the end before it says what is in the"
              + " way",
          Parsers.seconds(1, 3600));
  static final Setting<String> GROUP_ID =
      optional(
          "group.id",
          "the consumer group that decides who publishes what; default freshet-bridge. Replays have"
              + " one beside it, its name with -replay",
          Parsers::text);
  static final Setting<String> INSTANCE_ID =
      optional(
          "group.instance-id",
          "a name that this instance keeps over restarts, so that it finds its lanes again at once",
          Parsers::text);
  static final Setting<Duration> SESSION_TIMEOUT =
      withDefault(
          "group.session-timeout-seconds",
          "10",
          "after so long without a heartbeat another instance takes over",
          Parsers.seconds(6, 300));
  static final Setting<Duration> SWEEP_INTERVAL =
      withDefault(
          "sweep.interval-seconds",
          "30",
          "how often the heads are listed; the longest delay when a notice is lost",
          Parsers.seconds(1, 3600));
  static final Setting<Duration> SWEEP_EVERYTHING_INTERVAL =
      withDefault(
          "sweep.everything-interval-seconds",
          "900",
          "how often all manifests are listed; the longest delay when a head is lost too",
          Parsers.seconds(1, 86_400));
  static final Setting<Duration> GAP_ALERT =
      withDefault(
          "sweep.gap-alert-seconds",
          "300",
          "a manifest missing for so long is an error in the log and the metrics",
          Parsers.seconds(1, 86_400));
  static final Setting<Integer> SLICE_RECORDS =
      withDefault(
          "slice.max-records",
          "100000",
          "records in one Kafka transaction at most",
          Parsers.whole(1, 10_000_000));
  static final Setting<Integer> SLICE_BYTES =
      withDefault(
          "slice.max-bytes",
          "16777216",
          "bytes in one Kafka transaction at most; decoded before it begins, so it is memory",
          Parsers.whole(1_024, 1_073_741_824));
  static final Setting<Duration> SLICE_OPEN =
      withDefault(
          "slice.max-open-seconds",
          "60",
          "a transaction not done after so long is aborted and tried again",
          Parsers.seconds(5, 600));
  static final Setting<Integer> SLICE_AT_ONCE =
      withDefault(
          "slice.max-at-once",
          "2",
          "slices decoded and sent at the same time; memory rises with it",
          Parsers.whole(1, 64));
  static final Setting<Integer> BUCKET_ROWS =
      withDefault(
          "bucket.max-rows",
          "1000000",
          "rows of one bucket at most, which are sorted in memory; a larger one stops its lane",
          Parsers.whole(1, 100_000_000));
  static final Setting<Integer> BUCKET_BYTES =
      withDefault(
          "bucket.max-bytes",
          "268435456",
          "bytes of one bucket at most, decoded; so much memory is held for each of"
              + " slice.max-at-once",
          Parsers.whole(1_024, 2_147_483_647));
  static final Setting<URI> REGISTRY_URL =
      optional(
          "registry.url",
          "the root of a schema registry with Confluent's API; needed by contracts in Avro",
          Parsers::root);
  static final Setting<String> REGISTRY_USER =
      optional("registry.user", "the user of basic authentication", Parsers::text);
  static final Setting<Path> REGISTRY_PASSWORD_FILE =
      optional(
          "registry.password-file",
          "a file that holds the password of registry.user",
          Parsers::file);
  static final Setting<Path> REGISTRY_TOKEN_FILE =
      optional(
          "registry.token-file",
          "a file that holds a bearer token, instead of user and password",
          Parsers::file);
  static final Setting<Duration> REGISTRY_TIMEOUT =
      withDefault(
          "registry.timeout-seconds",
          "5",
          "the longest wait for an answer of the schema registry",
          Parsers.seconds(1, 60));
  static final Setting<Integer> HTTP_PORT =
      withDefault(
          "http.port",
          "0",
          "port of /live, /ready and /metrics; 0 for none",
          Parsers.whole(0, 65_535));
  static final Setting<String> HTTP_ADDRESS =
      withDefault("http.address", "127.0.0.1", "the address that port is bound to", Parsers::text);

  /** All keys, in the order of the reference page. */
  public static final List<Setting<?>> ALL =
      List.of(
          ENVIRONMENT,
          STAGE_BUCKET,
          STAGE_PREFIX,
          STAGE_REGION,
          STAGE_ENDPOINT,
          ACCESS_KEY_ID,
          SECRET_ACCESS_KEY_FILE,
          QUEUE_URL,
          NOTICES_ENDPOINT,
          BOOTSTRAP_SERVERS,
          KAFKA_PROPERTIES_FILE,
          LEDGER_TOPIC,
          REPLAY_LEDGER_TOPIC,
          LEDGER_READ_TIMEOUT,
          GROUP_ID,
          INSTANCE_ID,
          SESSION_TIMEOUT,
          SWEEP_INTERVAL,
          SWEEP_EVERYTHING_INTERVAL,
          GAP_ALERT,
          SLICE_RECORDS,
          SLICE_BYTES,
          SLICE_OPEN,
          SLICE_AT_ONCE,
          BUCKET_ROWS,
          BUCKET_BYTES,
          REGISTRY_URL,
          REGISTRY_USER,
          REGISTRY_PASSWORD_FILE,
          REGISTRY_TOKEN_FILE,
          REGISTRY_TIMEOUT,
          HTTP_PORT,
          HTTP_ADDRESS);

  private Settings() {}

  /** The reference page: a table in Markdown. */
  public static String reference() {
    StringBuilder page = new StringBuilder("| key | default | meaning |\n|---|---|---|\n");
    for (Setting<?> s : ALL) {
      String otherwise = s.required() ? "required" : s.fallback().orElse("");
      page.append("| `%s` | %s | %s |\n".formatted(s.key(), otherwise, s.meaning()));
    }
    return page.toString();
  }
}
