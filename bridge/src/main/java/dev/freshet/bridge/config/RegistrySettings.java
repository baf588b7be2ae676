package dev.freshet.bridge.config;

import dev.freshet.contract.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings of the schema registry, which only make sense together.
 *
 * @param given the keys that were given at all
 * @param problems what is wrong is added here
 */
record RegistrySettings(SettingValues values, Set<String> given, List<Problem> problems) {
  private static final List<Setting<?>> NEED_A_URL =
      List.of(
          Settings.REGISTRY_USER, Settings.REGISTRY_PASSWORD_FILE, Settings.REGISTRY_TOKEN_FILE);

  Optional<BridgeConfig.Registry> read() {
    if (!isGiven(Settings.REGISTRY_URL)) {
      NEED_A_URL.stream()
          .filter(this::isGiven)
          .forEach(s -> problem(s, "is of no use without " + Settings.REGISTRY_URL.key()));
    }
    Optional<String> authorization = authorization();
    return values
        .find(Settings.REGISTRY_URL)
        .flatMap(
            url ->
                values
                    .find(Settings.REGISTRY_TIMEOUT)
                    .map(t -> new BridgeConfig.Registry(url, authorization, t)));
  }

  private Optional<String> authorization() {
    boolean user = isGiven(Settings.REGISTRY_USER);
    if (user != isGiven(Settings.REGISTRY_PASSWORD_FILE)) {
      problem(
          user ? Settings.REGISTRY_PASSWORD_FILE : Settings.REGISTRY_USER,
          "is missing; user and password file belong together");
    }
    if (user && isGiven(Settings.REGISTRY_TOKEN_FILE)) {
      problem(
          Settings.REGISTRY_TOKEN_FILE, "stands beside registry.user; give one of the two ways in");
    }
    return basic().or(this::bearer);
  }

  private Optional<String> basic() {
    return values
        .find(Settings.REGISTRY_USER)
        .flatMap(
            user ->
                values
                    .find(Settings.REGISTRY_PASSWORD_FILE)
                    .flatMap(f -> SecretFile.content(Settings.REGISTRY_PASSWORD_FILE, f, problems))
                    .map(password -> "Basic " + base64(user + ":" + password)));
  }

  private Optional<String> bearer() {
    return values
        .find(Settings.REGISTRY_TOKEN_FILE)
        .flatMap(f -> SecretFile.content(Settings.REGISTRY_TOKEN_FILE, f, problems))
        .map(token -> "Bearer " + token);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isGiven(Setting<?> setting) {
    return given.contains(setting.key());
  }

  private void problem(Setting<?> setting, String what) {
    problems.add(new Problem(setting.key(), what));
  }
}
