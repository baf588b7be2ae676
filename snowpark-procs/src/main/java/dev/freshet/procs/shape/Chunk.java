package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import java.util.Optional;

/**
 * The facts of a range of keys as the source stood at its stream's offset, shaped by the version in
 * force and held to the rules like any others. docs/snapshots.md says why no old value follows a
 * newer one.
 *
 * @param source the source as of the present
 * @param kind what is published of the keys
 * @param where which rows are looked at, beyond the contract's own condition; empty for all
 */
public record Chunk(AsOf source, ChunkKind kind, Optional<String> where, Memory memory) {

  /**
   * Where the next range ends, if it is to have about so many rows; all rows of its last key belong
   * to it. ROWS (fewer than asked for: there are no more), LAST_KEY.
   *
   * @param after the last key of the range before
   */
  public String end(Optional<String> after, long rows) {
    Select keys = offsetRows().keys(new KeyRange(after, Optional.empty()));
    return "SELECT COUNT(*), MAX(\"__key\")\nFROM "
        + Select.from(outcomes().mayBeGone(keys, after))
            .item(isState() ? "DISTINCT \"__key\"" : "\"__key\"")
            .ending("ORDER BY \"__key\" LIMIT " + rows)
            .bracketed();
  }

  /** How many rows had which outcome, as {@link Shape#counts(Memory)}. */
  public String counts(KeyRange range) {
    return Shape.counts(outcomes().of(range));
  }

  /** The rows as they are staged, set aside and remembered, as {@link Shape#facts}. */
  public String facts(KeyRange range, long sequence, String run) {
    return new Shape(source.contract(), source.stream())
        .facts(outcomes().of(range), sequence, run, memory);
  }

  private ChunkOutcomes outcomes() {
    return isState()
        ? new StateChunk(offsetRows(), kind, memory)
        : new EventChunk(offsetRows(), memory);
  }

  private OffsetRows offsetRows() {
    return new OffsetRows(new Rows(source.contract(), where), source);
  }

  private boolean isState() {
    return source.contract().kind() == Contract.Kind.STATE;
  }
}
