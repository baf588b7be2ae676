package dev.freshet.sandbox.services;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The directory that holds a broker's topics, formatted once and locked while it is open. Kafka's
 * own lock comes too late: by then a second controller has recovered the first one's metadata log
 * under its hands.
 */
final class LogDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private LogDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens a directory, which is made ready if it is new.
   *
   * @throws IOException if a broker of this or another process has it open, or it cannot be written
   */
  static LogDirectory open(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel lock =
        FileChannel.open(
            path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      takeLock(path, lock);
      format(path);
      return new LogDirectory(path, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static void takeLock(Path path, FileChannel lock) throws IOException {
    try {
      if (lock.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // a broker of this process; the same answer
    }
    throw new IOException(
        "Another broker is using " + path + ". Stop it, or choose another directory.");
  }

  private static void format(Path path) throws IOException {
    if (Files.exists(path.resolve("meta.properties"))) {
      return;
    }
    try {
      formatter(path).run();
    } catch (Exception e) {
      throw new IOException(
          "The directory " + path + " could not be made ready for Kafka: " + e.getMessage(), e);
    }
  }

  private static Formatter formatter(Path path) {
    return new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(BrokerProperties.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(path.toString())
        .setMetadataLogDirectory(path.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
        .setIgnoreFormatted(true);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
