package dev.freshet.cli.sql;

import dev.freshet.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A Snowflake account and the identity to use there.
 *
 * @param url {@code jdbc:snowflake://…}
 * @param user the user's name
 * @param role the role to take, if not the user's default
 * @param warehouse the warehouse to use, if not the user's default
 * @param secret how the user proves to be it
 */
public record Account(
    String url,
    String user,
    Optional<String> role,
    Optional<String> warehouse,
    Optional<Secret> secret) {

  /** Where a credential is read from, at each connection. The credential itself is never kept. */
  public sealed interface Secret {
    /** A file that holds the password, or a programmatic access token. */
    record PasswordFile(Path path) implements Secret {}

    /** A file that holds the private key of a key pair, in PEM, unencrypted. */
    record PrivateKeyFile(Path path) implements Secret {}
  }

  private static final String SCHEME = "jdbc:snowflake://";

  public Account {
    if (!url.startsWith(SCHEME)) {
      throw new CommandException(
          "The URL of an account looks like "
              + SCHEME
              + "ACCOUNT.snowflakecomputing.com, found "
              + url);
    }
  }

  /**
   * Opens a connection with autocommit.
   *
   * @throws CommandException if that fails, naming account and user
   */
  public Connection connect() {
    try {
      return DriverManager.getConnection(url, properties());
    } catch (SQLException e) {
      throw new CommandException(
          "Cannot connect to " + url + " as " + user + ": " + e.getMessage(), e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.put("user", user);
    role.ifPresent(r -> properties.put("role", r));
    warehouse.ifPresent(w -> properties.put("warehouse", w));
    // The driver would otherwise ask cloud metadata services where it runs.
    properties.put("disablePlatformDetection", "true");
    secret.ifPresent(s -> addSecret(s, properties));
    return properties;
  }

  private static void addSecret(Secret secret, Properties properties) {
    if (secret instanceof Secret.PasswordFile file) {
      properties.put("password", read(file.path()));
    } else if (secret instanceof Secret.PrivateKeyFile file) {
      properties.put("authenticator", "snowflake_jwt");
      properties.put("private_key_file", file.path().toString());
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new CommandException(
          "Cannot read the password file " + path + ": " + e.getMessage(), e);
    }
  }
}
