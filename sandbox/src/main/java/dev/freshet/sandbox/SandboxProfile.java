package dev.freshet.sandbox;

import dev.freshet.cli.snowflake.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The profile of a running sandbox: the launcher hands it to {@code freshet sql} and the like. It
 * goes when the sandbox ends.
 */
final class SandboxProfile implements AutoCloseable {
  private final Path file;
  private final Path password;
  private final Map<String, String> values;

  private SandboxProfile(Path file, Path password, Map<String, String> values) {
    this.file = file;
    this.password = password;
    this.values = values;
  }

  static SandboxProfile write(Path home, String jdbcUrl) throws IOException {
    Path file = home.resolve(".freshet").resolve("sandbox.properties");
    Path password = home.resolve(".freshet").resolve("sandbox.password");
    Files.deleteIfExists(password);
    Files.createFile(password, OwnerOnly.FILE);
    Files.writeString(password, UUID.randomUUID().toString());
    Map<String, String> values = new TreeMap<>();
    values.put("snowflake.url", jdbcUrl);
    values.put("snowflake.user", "SANDBOX");
    values.put("snowflake.password-file", password.toString());
    Files.writeString(
        file,
        values.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n", "", "\n")));
    return new SandboxProfile(file, password, values);
  }

  ConnectionSettings settings() {
    return ConnectionSettings.of(values);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(password);
  }
}
