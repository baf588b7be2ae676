package dev.freshet.cli.snowflake;

import dev.freshet.cli.command.CommandFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach an account.
 *
 * @param url Snowflake's JDBC URL
 * @param user who logs in
 * @param passwordFile holds the password, if there is one
 * @param privateKeyFile holds the private key (PKCS#8, PEM), if there is one
 * @param privateKeyPasswordFile holds the key's password, if it has one
 * @param role the role to work as, if not the user's default
 * @param warehouse the warehouse to work in, if not the user's default
 */
public record ConnectionSettings(
    String url,
    String user,
    Optional<Path> passwordFile,
    Optional<Path> privateKeyFile,
    Optional<Path> privateKeyPasswordFile,
    Optional<String> role,
    Optional<String> warehouse) {

  /** The keys of a profile, and with FRESHET_ in front and underscores of the environment. */
  static final List<String> KEYS =
      List.of(
          "snowflake.url",
          "snowflake.user",
          "snowflake.password-file",
          "snowflake.private-key-file",
          "snowflake.private-key-password-file",
          "snowflake.role",
          "snowflake.warehouse");

  private static final String SCHEME = "jdbc:snowflake://";

  /**
   * Reads settings.
   *
   * @param values by key; only known keys
   * @throws CommandFailed naming all problems at once
   */
  public static ConnectionSettings of(Map<String, String> values) {
    requireSound(values);
    return new ConnectionSettings(
        values.getOrDefault("snowflake.url", ""),
        values.getOrDefault("snowflake.user", ""),
        path(values, "snowflake.password-file"),
        path(values, "snowflake.private-key-file"),
        path(values, "snowflake.private-key-password-file"),
        Optional.ofNullable(values.get("snowflake.role")),
        Optional.ofNullable(values.get("snowflake.warehouse")));
  }

  private static void requireSound(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    if (!values.getOrDefault("snowflake.url", "").startsWith(SCHEME)) {
      problems.add(
          "snowflake.url must be "
              + SCHEME
              + "<account>.snowflakecomputing.com/ (--url, or FRESHET_SNOWFLAKE_URL)");
    }
    if (values.getOrDefault("snowflake.user", "").isBlank()) {
      problems.add("snowflake.user is missing (--user, or FRESHET_SNOWFLAKE_USER)");
    }
    if (!values.containsKey("snowflake.password-file")
        && !values.containsKey("snowflake.private-key-file")) {
      problems.add(
          "snowflake.private-key-file or snowflake.password-file is missing"
              + " (--private-key-file, --password-file)");
    }
    if (!problems.isEmpty()) {
      throw CommandFailed.usage(
          "The connection to Snowflake is not configured:\n  " + String.join("\n  ", problems));
    }
  }

  private static Optional<Path> path(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key)).map(Path::of);
  }

  /** Whether the account is embedded on this machine. */
  boolean local() {
    return url.startsWith(SCHEME + "127.0.0.1") || url.startsWith(SCHEME + "localhost");
  }
}
