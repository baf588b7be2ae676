package dev.freshet.sandbox.snowflake.stage;

import java.nio.file.Path;

/**
 * A file of an unload, still in the working directory.
 *
 * @param bytes its size
 */
record UnloadedFile(Path file, long rows, long bytes) {}
