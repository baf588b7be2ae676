package dev.freshet.bridge.config;

import dev.freshet.contract.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the configuration from a properties file and from environment variables, which win. Every
 * problem is named in one go; an unknown key stops the start and is told its nearest neighbour.
 */
public final class ConfigReader {
  static final String VARIABLE_PREFIX = "FRESHET_";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> given = new HashMap<>();

  private ConfigReader() {}

  /**
   * Reads and checks everything.
   *
   * @param file the properties file, if there is one
   * @param environment the process's environment
   * @throws ConfigException naming all that is wrong
   */
  public static BridgeConfig read(Optional<Path> file, Map<String, String> environment) {
    ConfigReader reader = new ConfigReader();
    file.ifPresent(reader::takeFile);
    reader.takeEnvironment(environment);
    return reader.config();
  }

  private void takeFile(Path file) {
    List<String> known = Settings.ALL.stream().map(Setting::key).toList();
    properties(file.toString(), file)
        .forEach(
            (key, value) -> {
              if (known.contains(key)) {
                given.put(key, value);
              } else {
                unknown(key, known);
              }
            });
  }

  /**
   * Variables of other commands share the prefix, so only one that begins like a group of ours
   * counts as misspelt.
   */
  private void takeEnvironment(Map<String, String> environment) {
    Map<String, String> keys =
        Settings.ALL.stream().collect(Collectors.toMap(Setting::variable, Setting::key));
    Set<String> groups =
        keys.keySet().stream().map(ConfigReader::group).collect(Collectors.toSet());
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              String key = keys.get(name);
              if (key != null) {
                given.put(key, value);
              } else if (groups.contains(group(name))) {
                unknown(name, List.copyOf(keys.keySet()));
              }
            });
  }

  private static String group(String variable) {
    int end = variable.indexOf('_', VARIABLE_PREFIX.length());
    return end < 0 ? variable : variable.substring(0, end + 1);
  }

  private void unknown(String key, List<String> known) {
    problems.add(new Problem(key, "is not known; did you mean " + Nearest.of(key, known) + "?"));
  }

  private Map<String, String> properties(String where, Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(new Problem(where, "cannot be read as a properties file: " + e));
    }
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> sorted.put(n, properties.getProperty(n)));
    return sorted;
  }

  private BridgeConfig config() {
    SettingValues values = new SettingValues(given);
    problems.addAll(values.problems());
    requireTwoLedgers(values);
    Map<String, String> passedThrough = passedThrough(values);
    Optional<BridgeConfig.AccessKey> accessKey = accessKey(values);
    Optional<BridgeConfig.Registry> registry =
        new RegistrySettings(values, given.keySet(), problems).read();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new BridgeConfig(
        aws(values, accessKey),
        new BridgeConfig.Kafka(
            values.get(Settings.BOOTSTRAP_SERVERS),
            passedThrough,
            values.get(Settings.LEDGER_TOPIC),
            values.get(Settings.REPLAY_LEDGER_TOPIC),
            values.get(Settings.LEDGER_READ_TIMEOUT)),
        group(values),
        new BridgeConfig.Sweep(
            values.get(Settings.SWEEP_INTERVAL),
            values.get(Settings.SWEEP_EVERYTHING_INTERVAL),
            values.get(Settings.GAP_ALERT)),
        new BridgeConfig.Slice(
            values.get(Settings.SLICE_RECORDS),
            values.get(Settings.SLICE_BYTES),
            values.get(Settings.SLICE_OPEN),
            values.get(Settings.SLICE_AT_ONCE),
            new BridgeConfig.Bucket(
                values.get(Settings.BUCKET_ROWS), values.get(Settings.BUCKET_BYTES))),
        registry,
        new BridgeConfig.Http(values.get(Settings.HTTP_ADDRESS), values.get(Settings.HTTP_PORT)));
  }

  private void requireTwoLedgers(SettingValues values) {
    if (values.find(Settings.LEDGER_TOPIC).equals(values.find(Settings.REPLAY_LEDGER_TOPIC))) {
      problems.add(
          new Problem(
              Settings.REPLAY_LEDGER_TOPIC.key(),
              "names the same topic as " + Settings.LEDGER_TOPIC.key() + "; each has its own"));
    }
  }

  private static BridgeConfig.Aws aws(
      SettingValues values, Optional<BridgeConfig.AccessKey> accessKey) {
    return new BridgeConfig.Aws(
        values.get(Settings.STAGE_REGION),
        values.get(Settings.STAGE_BUCKET),
        values.get(Settings.STAGE_PREFIX),
        values.find(Settings.STAGE_ENDPOINT),
        values.find(Settings.QUEUE_URL),
        values.find(Settings.NOTICES_ENDPOINT),
        accessKey);
  }

  private static BridgeConfig.Group group(SettingValues values) {
    String environment = values.get(Settings.ENVIRONMENT);
    String otherwise = (environment.isEmpty() ? "" : environment + ".") + "freshet-bridge";
    return new BridgeConfig.Group(
        values.find(Settings.GROUP_ID).orElse(otherwise),
        values.find(Settings.INSTANCE_ID),
        values.get(Settings.SESSION_TIMEOUT));
  }

  private Map<String, String> passedThrough(SettingValues values) {
    String where = Settings.KAFKA_PROPERTIES_FILE.key();
    Map<String, String> properties =
        values.find(Settings.KAFKA_PROPERTIES_FILE).map(f -> properties(where, f)).orElse(Map.of());
    properties.keySet().stream()
        .filter(ProtectedProperties::contains)
        .map(
            key ->
                new Problem(
                    where + ": " + key,
                    "is set by the bridge, because its guarantees hang on it; leave it out"))
        .forEach(problems::add);
    return properties;
  }

  private Optional<BridgeConfig.AccessKey> accessKey(SettingValues values) {
    Setting<String> id = Settings.ACCESS_KEY_ID;
    Setting<Path> secret = Settings.SECRET_ACCESS_KEY_FILE;
    if (given.containsKey(id.key()) != given.containsKey(secret.key())) {
      String missing = given.containsKey(id.key()) ? secret.key() : id.key();
      problems.add(new Problem(missing, "is missing; key id and secret file belong together"));
    }
    return values
        .find(id)
        .flatMap(
            i ->
                values
                    .find(secret)
                    .flatMap(f -> SecretFile.content(secret, f, problems))
                    .map(s -> new BridgeConfig.AccessKey(i, s)));
  }
}
