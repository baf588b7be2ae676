package dev.freshet.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a running sandbox can be reached; kept in a file, so that {@code ./freshet sql} and {@code
 * ./freshet consume} find it. The key pair is the sandbox's own and opens nothing else.
 */
public record Addresses(
    @JsonProperty("jdbc_url") String jdbcUrl,
    @JsonProperty("s3_endpoint") String s3Endpoint,
    @JsonProperty("bucket") String bucket,
    @JsonProperty("s3_access_key_id") String s3AccessKeyId,
    @JsonProperty("s3_secret_access_key") String s3SecretAccessKey,
    @JsonProperty("queue_url") String queueUrl,
    @JsonProperty("bootstrap_servers") String bootstrapServers,
    @JsonProperty("registry_url") String registryUrl,
    @JsonProperty("bridge_config") String bridgeConfig,
    @JsonProperty("process") long process) {

  private static Path file(Path home) {
    return home.resolve(".freshet").resolve("sandbox.json");
  }

  /** Writes the addresses, readable by the owner alone. */
  public void write(Path home) throws IOException {
    Path file = file(home);
    Files.deleteIfExists(file);
    Files.createFile(file, OwnerOnly.FILE);
    Files.writeString(file, Json.STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(this));
  }

  public static void forget(Path home) throws IOException {
    Files.deleteIfExists(file(home));
  }

  /**
   * The addresses of the sandbox that runs from this checkout.
   *
   * @throws CommandFailed if none runs
   */
  public static Addresses ofRunning(Path home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      throw none(home);
    }
    try {
      Addresses addresses = Json.STRICT.readValue(Files.readString(file), Addresses.class);
      if (ProcessHandle.of(addresses.process()).filter(ProcessHandle::isAlive).isEmpty()) {
        throw none(home);
      }
      return addresses;
    } catch (JsonProcessingException e) {
      throw CommandFailed.usage(file + " is damaged; start the sandbox again.", e);
    } catch (IOException e) {
      throw CommandFailed.usage("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static CommandFailed none(Path home) {
    return CommandFailed.usage(
        "No sandbox runs from " + home + ". Start one with ./freshet sandbox in another terminal.");
  }

  @Override
  public String toString() {
    return "Addresses[" + jdbcUrl + ", " + s3Endpoint + ", " + bootstrapServers + "]";
  }
}
