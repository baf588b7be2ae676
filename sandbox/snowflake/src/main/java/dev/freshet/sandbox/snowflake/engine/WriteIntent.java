package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.HashSet;
import java.util.Set;

/**
 * What a writing statement is about to do.
 *
 * @param locks objects it locks until its transaction ends; INSERT locks none
 * @param streams streams it consumes: they move on when the transaction commits
 */
public record WriteIntent(Set<Object> locks, Set<TableStream> streams) {

  /** An INSERT, or an unload, that reads these streams. */
  public static WriteIntent consuming(Set<TableStream> streams) {
    return new WriteIntent(Set.of(), streams);
  }

  /** An UPDATE, DELETE or MERGE of a table that reads these streams. */
  public static WriteIntent locking(Object table, Set<TableStream> streams) {
    return new WriteIntent(Set.of(table), streams);
  }

  Set<Object> allLocks() {
    Set<Object> all = new HashSet<>(locks);
    all.addAll(streams);
    return all;
  }
}
