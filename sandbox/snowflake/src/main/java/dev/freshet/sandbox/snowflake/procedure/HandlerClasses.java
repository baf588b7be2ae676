package dev.freshet.sandbox.snowflake.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
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
  private final Map<List<Path>, URLClassLoader> loaders = new HashMap<>();
  private final Map<Seen, Path> copies = new HashMap<>();

  /** A file as it was when it was last read: each CALL asks, and jars are large. */
  private record Seen(Path jar, FileTime modified, long bytes, String file) {}

  /**
   * @param directory for copies of the jars, so that a jar in use does not change under its loader
   */
  HandlerClasses(SnowparkLibrary library, Path directory) {
    this.library = library;
    this.directory = directory;
  }

  synchronized ClassLoader of(List<Path> jars) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path jar : jars) {
      copies.add(copy(jar));
    }
    return loaders.computeIfAbsent(copies, library::extendedBy);
  }

  private Path copy(Path jar) throws IOException {
    BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
    Seen seen = new Seen(jar, file.lastModifiedTime(), file.size(), String.valueOf(file.fileKey()));
    Path known = copies.get(seen);
    if (known != null) {
      return known;
    }
    byte[] content = Files.readAllBytes(jar);
    Files.createDirectories(directory);
    Path copy = copy(content, directory.resolve(sha256(content) + ".jar"));
    copies.put(seen, copy);
    return copy;
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
