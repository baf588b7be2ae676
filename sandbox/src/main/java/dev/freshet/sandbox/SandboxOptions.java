package dev.freshet.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run of the sandbox shall do.
 *
 * @param untilCaughtUp end once everything is published and checked; otherwise go on until stopped
 * @param scale TPC-H scale factor; 0.1 gives 150,000 orders
 * @param seed chooses the changes, and the moments of the crashes
 * @param crashBridge how often the bridge is killed
 * @param crashExport how often an export is killed between two statements
 * @param load a table of one's own instead of TPC-H, if any
 * @param ports fixed ports, or 0 for free ones
 */
public record SandboxOptions(
    boolean untilCaughtUp,
    double scale,
    long seed,
    int crashBridge,
    int crashExport,
    Optional<OwnTable> load,
    Ports ports) {

  /** A CSV file with a header line, and the column that is its key. */
  public record OwnTable(Path file, String key) {}

  /** Ports on 127.0.0.1; 0 takes a free one. */
  public record Ports(int snowflake, int kafka) {}
}
