package dev.freshet.cli.snowflake;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that talks to Snowflake. */
public final class SnowflakeOptions {
  @Option(
      names = "--profile",
      paramLabel = "FILE",
      defaultValue = "${env:FRESHET_PROFILE}",
      description = "A properties file with snowflake.url and so on (or FRESHET_PROFILE).")
  private Optional<Path> profile = Optional.empty();

  @Option(names = "--url", paramLabel = "JDBC-URL", description = "The account's JDBC URL.")
  private Optional<String> url = Optional.empty();

  @Option(names = "--user", description = "Who logs in.")
  private Optional<String> user = Optional.empty();

  @Option(names = "--password-file", paramLabel = "FILE", description = "Holds the password.")
  private Optional<String> passwordFile = Optional.empty();

  @Option(names = "--private-key-file", paramLabel = "FILE", description = "Holds the key (PEM).")
  private Optional<String> privateKeyFile = Optional.empty();

  @Option(names = "--role", description = "The role to work as.")
  private Optional<String> role = Optional.empty();

  @Option(names = "--warehouse", description = "The warehouse to work in.")
  private Optional<String> warehouse = Optional.empty();

  /** Connects as options, environment and profile say; the caller closes the connection. */
  public Connection connect() {
    Map<String, Optional<String>> options =
        Map.of(
            "snowflake.url", url,
            "snowflake.user", user,
            "snowflake.password-file", passwordFile,
            "snowflake.private-key-file", privateKeyFile,
            "snowflake.role", role,
            "snowflake.warehouse", warehouse);
    return SnowflakeConnections.open(
        ConnectionSettings.of(Profile.collect(profile, System.getenv(), options)));
  }
}
