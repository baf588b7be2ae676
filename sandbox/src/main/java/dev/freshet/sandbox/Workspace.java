package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder a sandbox keeps its data in, {@code .freshet/sandbox} below the checkout; empty at the
 * start, and held by a lock so that two sandboxes never share it.
 */
public final class Workspace implements AutoCloseable {
  /** The free space a default run stays well below, in bytes. */
  private static final long NEEDED = 1L << 30;

  private final Path home;
  private final Path root;
  private final FileChannel lockFile;

  private Workspace(Path home, Path root, FileChannel lockFile) {
    this.home = home;
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Opens and empties the folder.
   *
   * @param home the checkout
   * @throws CommandFailed if it is in use, not writable, or the disk is nearly full
   */
  public static Workspace open(Path home) {
    Path root = home.resolve(".freshet").resolve("sandbox");
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolveSibling("sandbox.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw CommandFailed.usage(
            "A sandbox is already running from "
                + home
                + ". Stop it with Ctrl-C, or use another checkout.");
      }
      requireSpace(root);
      empty(root);
      return new Workspace(home, root, channel);
    } catch (IOException e) {
      throw CommandFailed.usage(
          "Cannot prepare " + root + ": " + e.getMessage() + ". Is the disk full or read-only?", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static void requireSpace(Path root) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < NEEDED) {
      throw CommandFailed.usage(
          "The sandbox needs about 1 GB in "
              + root
              + ", but only "
              + (free >> 20)
              + " MB are free. Free some space, or use a checkout on another disk.");
    }
  }

  private static void empty(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(root)) {
      all = tree.sorted(Comparator.reverseOrder()).filter(p -> !p.equals(root)).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /** The checkout. */
  public Path home() {
    return home;
  }

  /** A folder of that name, made if it is not there. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("making the folder " + root.resolve(name) + " failed", e);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("releasing " + root + " failed", e);
    }
  }
}
