package dev.freshet.sandbox.services;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The directory that holds a broker's topics; formatted once, with a cluster id of its own. */
final class LogDirectory {
  private LogDirectory() {}

  static void format(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      formatter(directory).run();
    } catch (Exception e) {
      throw new IOException(
          "The directory " + directory + " could not be made ready for Kafka: " + e.getMessage(),
          e);
    }
  }

  private static Formatter formatter(Path directory) {
    return new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(BrokerProperties.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
        .setIgnoreFormatted(true);
  }
}
