package dev.freshet.bridge.config;

import dev.freshet.contract.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads secrets from the files that hold them. */
final class SecretFile {
  private SecretFile() {}

  /** What the file of a setting holds, but for space around it; a problem if it cannot be read. */
  static Optional<String> content(Setting<Path> setting, Path file, List<Problem> problems) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      problems.add(new Problem(setting.key(), "cannot be read: " + e));
      return Optional.empty();
    }
  }
}
