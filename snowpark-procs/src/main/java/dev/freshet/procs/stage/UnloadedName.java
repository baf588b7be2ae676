package dev.freshet.procs.stage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file that COPY wrote, below the folder it was told. What FILE_NAME is relative to
 * is not documented, so only its end is looked at: the file, and before it the folder that
 * PARTITION BY made, if it did.
 *
 * @param path the file's path below COPY's folder
 */
record UnloadedName(String path, Optional<Integer> ofLane, Optional<Integer> bucket) {
  private static final Pattern PARTITIONED =
      Pattern.compile("(?:.*/)?(?<path>(?<kind>lane|bucket)=(?<number>\\d{1,9})/[^/]+)");

  static UnloadedName of(String fileName) {
    Matcher partitioned = PARTITIONED.matcher(fileName);
    if (!partitioned.matches()) {
      return new UnloadedName(StageFile.lastPart(fileName), Optional.empty(), Optional.empty());
    }
    Optional<Integer> number = Optional.of(Integer.valueOf(partitioned.group("number")));
    boolean lane = partitioned.group("kind").equals("lane");
    return new UnloadedName(
        partitioned.group("path"),
        lane ? number : Optional.empty(),
        lane ? Optional.empty() : number);
  }

  /** The lane of all its rows, if they are of one. */
  Optional<Integer> lane(int lanes) {
    return ofLane.or(() -> bucket.map(b -> b % lanes));
  }
}
