package dev.freshet.procs.source;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * Whether a stream can be made on a dynamic table: only if it is refreshed incrementally
 * (user-guide/dynamic-tables/streams-on-dts), which SHOW DYNAMIC TABLES tells to whoever has
 * MONITOR on it.
 */
final class DynamicTable {
  private static final List<String> COLUMNS = List.of("name", "refresh_mode");

  private DynamicTable() {}

  static Optional<String> whyNoStream(Warehouse warehouse, SourceName name) {
    String show =
        "SHOW DYNAMIC TABLES LIKE "
            + Sql.literal(name.object())
            + " IN SCHEMA "
            + Sql.quoted(name.database())
            + "."
            + Sql.quoted(name.schema());
    return warehouse.named(show, COLUMNS).rows().stream()
        .filter(row -> row.text(0).equals(name.object()))
        .findFirst()
        .map(DynamicTable::ofMode)
        .orElseGet(
            () ->
                Optional.of(
                    "is a dynamic table whose refresh mode the owner of the procedures may not"
                        + " see: its owner must run GRANT MONITOR ON DYNAMIC TABLE"));
  }

  private static Optional<String> ofMode(Row row) {
    String mode = row.optional(1).orElse("unknown");
    return mode.equals("INCREMENTAL")
        ? Optional.empty()
        : Optional.of(
            "is a dynamic table with refresh mode "
                + mode
                + ": each refresh writes all rows anew, and Snowflake makes streams only on those"
                + " refreshed incrementally. Its owner must create it with REFRESH_MODE ="
                + " INCREMENTAL, which says why if its query cannot be");
  }
}
