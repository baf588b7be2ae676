package dev.freshet.cli.snowflake;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Collects settings: the profile's file first, the environment over it, options over both. */
final class Profile {
  private static final String OURS = "snowflake.";

  private Profile() {}

  /**
   * @param file a properties file; keys of other prefixes belong to others
   * @param environment variables such as {@code FRESHET_SNOWFLAKE_URL}
   * @param options by key; empty ones are not given
   * @throws CommandFailed if the file cannot be read or has a key nobody knows
   */
  static Map<String, String> collect(
      Optional<Path> file, Map<String, String> environment, Map<String, Optional<String>> options) {
    Map<String, String> values = new LinkedHashMap<>();
    file.ifPresent(f -> values.putAll(read(f)));
    for (String key : ConnectionSettings.KEYS) {
      Optional.ofNullable(environment.get(variable(key))).ifPresent(v -> values.put(key, v));
    }
    options.forEach((key, value) -> value.ifPresent(v -> values.put(key, v)));
    return values;
  }

  static String variable(String key) {
    return "FRESHET_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailed.usage("Reading the profile " + file + " failed: " + e, e);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(OURS)) {
        requireKnown(file, key);
        values.put(key, properties.getProperty(key));
      }
    }
    return values;
  }

  private static void requireKnown(Path file, String key) {
    List<String> known = ConnectionSettings.KEYS;
    if (!known.contains(key)) {
      String nearest =
          known.stream().min(Comparator.comparingInt(k -> distance(k, key))).orElseThrow();
      throw CommandFailed.usage(
          "The profile "
              + file
              + " has the unknown key "
              + key
              + "; did you mean "
              + nearest
              + "?");
    }
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
