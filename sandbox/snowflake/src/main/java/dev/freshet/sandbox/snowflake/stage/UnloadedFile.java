package dev.freshet.sandbox.snowflake.stage;

import java.nio.file.Path;

/**
 * A file of an unload, still in the working directory.
 *
 * @param bytes its size
 * @param partition the value of PARTITION BY that its rows have; empty without PARTITION BY
 */
record UnloadedFile(Path file, long rows, long bytes, String partition) {
  UnloadedFile(Path file, long rows, long bytes) {
    this(file, rows, bytes, "");
  }

  UnloadedFile of(String value) {
    return new UnloadedFile(file, rows, bytes, value);
  }
}
