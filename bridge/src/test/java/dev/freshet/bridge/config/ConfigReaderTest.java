package dev.freshet.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @TempDir Path directory;

  private static final String LEAST =
      """
      stage.bucket=b
      stage.region=eu-central-1
      kafka.bootstrap-servers=k:9092
      """;

  private BridgeConfig read(String text, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve("bridge.properties"), text);
    return ConfigReader.read(Optional.of(file), environment);
  }

  @Test
  void defaultsAreFilledIn() throws IOException {
    BridgeConfig config = read(LEAST, Map.of());
    assertThat(config.kafka().ledgerTopic()).isEqualTo("freshet.ledger");
    assertThat(config.group().id()).isEqualTo("freshet-bridge");
    assertThat(config.sweep().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.slice().maxRecords()).isEqualTo(100_000);
    assertThat(config.http().port()).isZero();
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    BridgeConfig config =
        read(LEAST, Map.of("FRESHET_STAGE_BUCKET", "other", "FRESHET_STAGE_PREFIX", "env"));
    assertThat(config.aws().bucket()).isEqualTo("other");
    assertThat(config.aws().prefix()).isEqualTo("env/");
  }

  @Test
  void theEnvironmentsWordStandsBeforeTheDefaultGroup() throws IOException {
    assertThat(read(LEAST + "environment=prod\n", Map.of()).group().id())
        .isEqualTo("prod.freshet-bridge");
  }

  @Test
  void anUnknownKeyStopsTheStartAndIsToldItsNeighbour() {
    assertThatThrownBy(() -> read(LEAST + "sweep.intervall-seconds=5\n", Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean sweep.interval-seconds?");
    assertThatThrownBy(() -> read(LEAST, Map.of("FRESHET_STAGE_BUKET", "b")))
        .hasMessageContaining("did you mean FRESHET_STAGE_BUCKET?");
  }

  @Test
  void variablesOfOtherCommandsAreLeftAlone() throws IOException {
    assertThat(read(LEAST, Map.of("FRESHET_SNOWFLAKE_URL", "u"))).isNotNull();
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "slice.max-records=many\nhttp.port=70000\nstage.endpoint=nowhere\n"
                        + "stage.secret-access-key-file=/does/not/exist\n",
                    Map.of()))
        .hasMessageContaining("slice.max-records: must be a whole number from 1 to 10000000")
        .hasMessageContaining("http.port: must be a whole number from 0 to 65535")
        .hasMessageContaining("stage.endpoint: must be an address")
        .hasMessageContaining("stage.secret-access-key-file: names no file")
        .hasMessageContaining("stage.access-key-id: is missing")
        .hasMessageContaining("stage.bucket: is required")
        .hasMessageContaining("kafka.bootstrap-servers: is required");
  }

  @Test
  void aSecretComesFromItsFileAndIsNotShown() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "swordfish\n");
    BridgeConfig config =
        read(LEAST + "stage.access-key-id=me\nstage.secret-access-key-file=" + secret, Map.of());
    assertThat(config.aws().accessKey().orElseThrow().secret()).isEqualTo("swordfish");
    assertThat(config.toString()).doesNotContain("swordfish");
  }

  @Test
  void kafkaPropertiesPassThroughButTheGuaranteesStay() throws IOException {
    Path fine = Files.writeString(directory.resolve("fine"), "security.protocol=SSL\n");
    assertThat(read(LEAST + "kafka.properties-file=" + fine, Map.of()).kafka().properties())
        .containsEntry("security.protocol", "SSL");
    Path bad = Files.writeString(directory.resolve("bad"), "acks=1\n");
    assertThatThrownBy(() -> read(LEAST + "kafka.properties-file=" + bad, Map.of()))
        .hasMessageContaining("acks");
  }

  @Test
  void replaysHaveALedgerAndAGroupOfTheirOwn() throws IOException {
    BridgeConfig config = read(LEAST, Map.of());
    assertThat(config.kafka().replayLedgerTopic()).isEqualTo("freshet.replay-ledger");
    assertThat(config.group().ofReplays().id()).isEqualTo("freshet-bridge-replay");
    assertThatThrownBy(() -> read(LEAST + "replay.ledger-topic=freshet.ledger\n", Map.of()))
        .hasMessageContaining("the same topic as ledger.topic");
  }

  @Test
  void theRegistrysSecretBecomesAHeaderAndIsNotShown() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "swordfish\n");
    String url = LEAST + "registry.url=https://registry.example.com/apis/\n";
    BridgeConfig basic = read(url + "registry.user=me\nregistry.password-file=" + secret, Map.of());
    assertThat(basic.registry().orElseThrow().authorization()).contains("Basic bWU6c3dvcmRmaXNo");
    assertThat(basic.registry().orElseThrow().url())
        .hasToString("https://registry.example.com/apis");
    BridgeConfig bearer = read(url + "registry.token-file=" + secret, Map.of());
    assertThat(bearer.registry().orElseThrow().authorization()).contains("Bearer swordfish");
    assertThat(basic + " " + bearer).doesNotContain("swordfish").doesNotContain("bWU6");
    assertThat(read(LEAST, Map.of()).registry()).isEmpty();
  }

  @Test
  void theRegistrysSettingsMakeSenseTogetherOnly() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "swordfish\n");
    assertThatThrownBy(
            () ->
                read(
                    LEAST
                        + "registry.url=http://me:swordfish@r\nregistry.user=me\nregistry.token-file="
                        + secret,
                    Map.of()))
        .hasMessageContaining("registry.url: must not hold credentials")
        .hasMessageContaining("registry.password-file: is missing")
        .hasMessageContaining("registry.token-file: stands beside registry.user")
        .hasMessageNotContaining("swordfish");
    assertThatThrownBy(() -> read(LEAST + "registry.token-file=" + secret, Map.of()))
        .hasMessageContaining("of no use without registry.url");
  }

  @Test
  void theReferencePageNamesEveryKey() {
    String page = Settings.reference();
    Settings.ALL.forEach(s -> assertThat(page).contains("`" + s.key() + "`"));
  }
}
