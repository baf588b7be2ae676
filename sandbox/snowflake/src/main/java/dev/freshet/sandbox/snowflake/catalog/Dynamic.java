package dev.freshet.sandbox.snowflake.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a table dynamic: the query whose rows it holds, and when they were last taken. Source:
 * sql-reference/sql/create-dynamic-table. Thread-safe.
 */
public final class Dynamic {

  /** How a refresh goes about it. */
  public enum Mode {
    /** It writes what changed, row by row: streams can be on the table. */
    INCREMENTAL,
    /** It writes all rows anew. */
    FULL
  }

  /**
   * What CREATE DYNAMIC TABLE said.
   *
   * @param query the query, in Snowflake's SQL; names in it are completed from the table's schema
   * @param text the whole statement
   * @param reason why AUTO came to FULL; empty otherwise
   * @param targetLag as {@code 1 minute}, or DOWNSTREAM
   */
  public record Definition(
      String query, String text, Mode mode, String reason, String targetLag, String warehouse) {}

  private final Definition definition;
  private volatile Optional<Instant> refreshed = Optional.empty();
  private volatile Optional<Instant> suspended = Optional.empty();

  public Dynamic(Definition definition) {
    this.definition = definition;
  }

  public Definition definition() {
    return definition;
  }

  public boolean isIncremental() {
    return definition.mode() == Mode.INCREMENTAL;
  }

  /** As of when its rows are; empty before the first refresh. */
  public Optional<Instant> refreshed() {
    return refreshed;
  }

  public void setRefreshed(Instant when) {
    refreshed = Optional.of(when);
  }

  /** Since when it is suspended; empty if it is not. */
  public Optional<Instant> suspended() {
    return suspended;
  }

  public void suspend(Instant when) {
    suspended = Optional.of(when);
  }

  public void resume() {
    suspended = Optional.empty();
  }
}
