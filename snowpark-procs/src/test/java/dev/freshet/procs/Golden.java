package dev.freshet.procs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what others rely on. {@code -Dgolden.write=true} writes them anew; the difference
 * is then a decision to review.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  public static void requireSame(String name, String found) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, found);
    }
    assertThat(found).as("the file %s", file).isEqualTo(Files.readString(file));
  }
}
