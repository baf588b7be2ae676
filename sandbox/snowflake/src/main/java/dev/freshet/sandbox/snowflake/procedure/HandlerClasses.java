package dev.freshet.sandbox.snowflake.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The class loaders of handlers, one per content of the imported jars: a jar that is put again with
 * the same content keeps its classes, with another it gets new ones. Thread-safe.
 */
final class HandlerClasses implements AutoCloseable {

  private final SnowparkLibrary library;
  private final Path directory;
  private final Map<List<String>, URLClassLoader> loaders = new HashMap<>();

  /**
   * @param directory for copies of the jars, so that a jar in use does not change under its loader
   */
  HandlerClasses(SnowparkLibrary library, Path directory) {
    this.library = library;
    this.directory = directory;
  }

  synchronized ClassLoader of(List<Path> jars) throws IOException {
    Files.createDirectories(directory);
    List<String> hashes = new ArrayList<>();
    List<Path> copies = new ArrayList<>();
    for (Path jar : jars) {
      byte[] content = Files.readAllBytes(jar);
      String hash = sha256(content);
      hashes.add(hash);
      copies.add(copy(content, directory.resolve(hash + ".jar")));
    }
    return loaders.computeIfAbsent(hashes, same -> library.extendedBy(copies));
  }

  private static Path copy(byte[] content, Path target) throws IOException {
    if (Files.notExists(target)) {
      Path partial = Files.write(target.resolveSibling(target.getFileName() + ".part"), content);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      for (URLClassLoader loader : loaders.values()) {
        loader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing a handler's jar failed", e);
    }
    loaders.clear();
  }
}
