package dev.freshet.cli.snowflake;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import net.snowflake.client.api.driver.SnowflakeDriver;

/** Opens connections with Snowflake's driver. */
public final class SnowflakeConnections {
  private SnowflakeConnections() {}

  /**
   * Opens a connection; the caller closes it.
   *
   * @throws CommandFailed if a secret cannot be read or the account refuses
   */
  public static Connection open(ConnectionSettings settings) {
    try {
      Connection connection = new SnowflakeDriver().connect(settings.url(), properties(settings));
      pinParameters(connection);
      return connection;
    } catch (SQLException e) {
      throw CommandFailed.failed(
          "Connecting to "
              + settings.url()
              + " as "
              + settings.user()
              + " failed: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * What our procedures rely on and, running with their owner's rights, cannot set themselves: the
   * task pins it for its own runs. Without it Snowflake narrows numbers by the values it unloads.
   */
  private static void pinParameters(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER SESSION SET ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE");
    }
  }

  private static Properties properties(ConnectionSettings settings) {
    Properties p = new Properties();
    p.put("user", settings.user());
    p.put("application", "Freshet");
    settings.passwordFile().ifPresent(f -> p.put("password", secret(f)));
    settings.privateKeyFile().ifPresent(f -> p.put("private_key_file", f.toString()));
    settings.privateKeyPasswordFile().ifPresent(f -> p.put("private_key_pwd", secret(f)));
    settings.role().ifPresent(r -> p.put("role", r));
    settings.warehouse().ifPresent(w -> p.put("warehouse", w));
    if (settings.local()) {
      // Else the driver asks the network which cloud this machine runs in.
      p.put("disablePlatformDetection", "true");
    }
    return p;
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw CommandFailed.usage("Reading the secret in " + file + " failed: " + e, e);
    }
  }
}
