package dev.freshet.sandbox.snowflake.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one stage. Paths are relative to the stage and separated by slashes. What is written
 * is there at once for everybody and knows no transaction. Safe for use by many threads.
 */
interface StageFiles {

  /** All files whose path starts with the prefix, ordered by path. */
  List<StagedFile> list(String prefix) throws IOException;

  /** The whole content. A missing file is an {@link IOException}. */
  byte[] read(String path) throws IOException;

  /** Stores a copy of a local file, replacing what is there. */
  void write(String path, Path source) throws IOException;

  /** Deletes a file; it need not be there. */
  void delete(String path) throws IOException;
}
