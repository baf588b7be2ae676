package dev.freshet.procs.source;

import dev.freshet.contract.Contract;
import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;

/**
 * What kind of object a source is. A stream is made on each in words of its own
 * (sql-reference/sql/create-stream).
 */
public enum SourceKind {
  TABLE("TABLE"),
  VIEW("VIEW"),
  DYNAMIC_TABLE("DYNAMIC TABLE");

  private final String words;

  SourceKind(String words) {
    this.words = words;
  }

  /** In words, for instance {@code a dynamic table}. */
  public String shown() {
    return "a " + words.toLowerCase(java.util.Locale.ROOT);
  }

  /** What a grant or a statement calls it. */
  public String words() {
    return words;
  }

  /** What a contract's stream is made on, and how: append-only for an event contract. */
  public String streamOn(Contract contract) {
    return standardOn(contract.source())
        + (contract.kind() == Contract.Kind.EVENT ? " APPEND_ONLY = TRUE" : "");
  }

  /** What a stream is made on that shows every change. */
  public String standardOn(SourceName source) {
    return "ON " + words + " " + Sql.source(source);
  }
}
