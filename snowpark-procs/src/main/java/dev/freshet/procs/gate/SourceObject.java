package dev.freshet.procs.gate;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * What kind of object a source is, as SHOW TABLES has it (sql-reference/sql/show-tables).
 *
 * @param isTable false if SHOW TABLES does not list it: a view, for instance
 * @param special what makes it no plain table; empty if nothing does
 */
record SourceObject(
    SourceName source,
    boolean isTable,
    Optional<String> special,
    boolean changeTracking,
    String owner) {
  private static final List<String> COLUMNS =
      List.of("name", "kind", "change_tracking", "owner", "is_external", "is_dynamic", "is_hybrid");

  static SourceObject of(Warehouse warehouse, SourceName source) {
    // LIKE knows wildcards and no case, so names are compared once more.
    String show =
        "SHOW TABLES LIKE "
            + Sql.literal(source.object())
            + " IN SCHEMA "
            + Sql.quoted(source.database())
            + "."
            + Sql.quoted(source.schema());
    return warehouse.named(show, COLUMNS).rows().stream()
        .filter(row -> row.text(0).equals(source.object()))
        .findFirst()
        .map(row -> table(source, row))
        .orElseGet(() -> new SourceObject(source, false, Optional.empty(), false, ""));
  }

  private static SourceObject table(SourceName source, Row row) {
    return new SourceObject(
        source, true, special(row), row.text(2).equals("ON"), row.optional(3).orElse(""));
  }

  private static Optional<String> special(Row row) {
    if (row.text(1).equals("TEMPORARY")) {
      return Optional.of("a temporary table");
    }
    List<String> words = List.of("an external table", "a dynamic table", "a hybrid table");
    for (int i = 0; i < words.size(); i++) {
      if (row.optional(4 + i).filter("Y"::equals).isPresent()) {
        return Optional.of(words.get(i));
      }
    }
    return Optional.empty();
  }

  boolean isOwnedBy(String role) {
    return owner.equals(role);
  }

  /** Why this version makes no stream on it; empty if it does. */
  Optional<String> whyNoStream() {
    if (!isTable) {
      return Optional.of(
          source
              + " is no table. Streams on views are not supported yet: their row ids and offsets"
              + " follow other rules. Name the table, or a table that the view is written to");
    }
    return special.map(
        s ->
            source
                + " is "
                + s
                + ", and streams are made on permanent and transient tables only so far");
  }
}
