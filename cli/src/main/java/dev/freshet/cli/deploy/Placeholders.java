package dev.freshet.cli.deploy;

import dev.freshet.cli.CommandException;
import java.util.Map;
import java.util.TreeMap;

/** The placeholders of {@code sql/} and their defaults; sql/README.md says what each means. */
public final class Placeholders {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "database", "FRESHET",
          "environment", "dev",
          "warehouse", "FRESHET_WH",
          "stage_url", "s3://freshet-stage/",
          "storage_integration", "FRESHET_S3",
          "snowpark_package", "com.snowflake:snowpark:1.16.0");

  private Placeholders() {}

  /**
   * The defaults with some values given.
   *
   * @throws CommandException if one is unknown
   */
  public static Map<String, String> with(Map<String, String> given) {
    Map<String, String> values = new TreeMap<>(DEFAULTS);
    given.forEach(
        (name, value) -> {
          if (!DEFAULTS.containsKey(name)) {
            throw new CommandException(
                "'" + name + "' is no placeholder; known: " + new TreeMap<>(DEFAULTS).keySet());
          }
          values.put(name, value);
        });
    return values;
  }
}
