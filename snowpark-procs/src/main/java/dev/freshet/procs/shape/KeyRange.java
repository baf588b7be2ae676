package dev.freshet.procs.shape;

import dev.freshet.procs.sql.Sql;
import java.util.Optional;

/**
 * Keys that follow one another in the order of their text. A row without a key lies in no range.
 *
 * @param after the key before the first; empty to begin with the lowest
 * @param upTo the last key; empty for no end
 */
public record KeyRange(Optional<String> after, Optional<String> upTo) {

  /** Whether a column's key lies in it, as a condition that is never NULL. */
  public String holds(String key) {
    return key
        + " IS NOT NULL"
        + after.map(k -> " AND " + key + " > " + Sql.literal(k)).orElse("")
        + upTo.map(k -> " AND " + key + " <= " + Sql.literal(k)).orElse("");
  }
}
