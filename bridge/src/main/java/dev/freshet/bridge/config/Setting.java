package dev.freshet.bridge.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One key of the configuration.
 *
 * @param key kebab-case, the unit last
 * @param meaning what it does, for the reference page
 * @param fallback the value where none is given
 * @param required whether the bridge cannot start without it
 * @param parser turns the text into the value; an IllegalArgumentException says what is wrong
 */
public record Setting<T>(
    String key,
    String meaning,
    Optional<String> fallback,
    boolean required,
    Function<String, T> parser) {

  static <T> Setting<T> required(String key, String meaning, Function<String, T> parser) {
    return new Setting<>(key, meaning, Optional.empty(), true, parser);
  }

  static <T> Setting<T> optional(String key, String meaning, Function<String, T> parser) {
    return new Setting<>(key, meaning, Optional.empty(), false, parser);
  }

  static <T> Setting<T> withDefault(
      String key, String fallback, String meaning, Function<String, T> parser) {
    return new Setting<>(key, meaning, Optional.of(fallback), false, parser);
  }

  /** The same key as an environment variable. */
  public String variable() {
    return ConfigReader.VARIABLE_PREFIX
        + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
