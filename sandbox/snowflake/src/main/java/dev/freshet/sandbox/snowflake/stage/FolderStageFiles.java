package dev.freshet.sandbox.snowflake.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of an internal stage: a local directory, which drivers fill themselves (PUT). */
final class FolderStageFiles implements StageFiles {

  private final Path directory;

  FolderStageFiles(Path directory) {
    this.directory = directory;
  }

  /** The file or directory at a path, which need not exist; never outside the stage. */
  Path at(String path) throws IOException {
    Path found = directory.resolve(path).normalize();
    if (!found.startsWith(directory)) {
      throw new IOException("the path '" + path + "' leads out of the stage");
    }
    return found;
  }

  @Override
  public List<StagedFile> list(String prefix) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> pathOf(file).startsWith(prefix))
          .map(this::staged)
          .sorted(Comparator.comparing(StagedFile::path))
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException("Could not list " + directory + ": " + e.getMessage(), e);
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    return Files.readAllBytes(at(path));
  }

  @Override
  public void write(String path, Path source) throws IOException {
    Path target = at(path);
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(at(path));
  }

  private String pathOf(Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  private StagedFile staged(Path file) {
    try {
      return new StagedFile(
          pathOf(file), Files.size(file), md5(file), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String md5(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
