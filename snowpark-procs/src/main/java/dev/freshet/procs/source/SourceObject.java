package dev.freshet.procs.source;

import dev.freshet.contract.Contract;
import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a source is, as SHOW lists it, and whether a stream can be made on it. docs/sources.md has
 * the table of what can and what cannot.
 *
 * @param refusal why no stream is made on it, as the end of a sentence; empty if nothing is known
 *     against it
 * @param changeTracking whether its changes are recorded
 * @param owner the role that may switch that on
 */
public record SourceObject(
    SourceName name,
    SourceKind kind,
    Optional<String> refusal,
    boolean changeTracking,
    String owner) {
  private static final List<String> TABLE_COLUMNS =
      List.of(
          "name",
          "kind",
          "change_tracking",
          "owner",
          "is_external",
          "is_event",
          "is_hybrid",
          "is_iceberg",
          "is_dynamic");
  private static final List<String> VIEW_COLUMNS =
      List.of("name", "change_tracking", "owner", "is_secure", "is_materialized", "text");

  /** Reads it; empty if it is neither table nor view, or may not be seen. */
  public static Optional<SourceObject> read(Warehouse warehouse, SourceName name) {
    return listed(warehouse, "TABLES", name, TABLE_COLUMNS)
        .map(row -> table(warehouse, name, row))
        .or(() -> listed(warehouse, "VIEWS", name, VIEW_COLUMNS).map(row -> view(name, row)))
        .map(object -> object.unlessShared(warehouse));
  }

  /** Why no stream is made on it for this contract, whole sentences; empty if one is. */
  public Optional<String> whyNoStream(Contract contract) {
    Optional<String> why =
        contract.kind() == Contract.Kind.EVENT && kind == SourceKind.DYNAMIC_TABLE
            ? Optional.of(
                "is a dynamic table, and an event contract needs an append-only stream, which"
                    + " Snowflake does not promise on one. Make it a state contract, or name the"
                    + " table that the events are inserted into")
            : refusal;
    return why.map(reason -> name + " " + reason);
  }

  /** LIKE knows wildcards and no case, so names are compared once more. */
  private static Optional<Row> listed(
      Warehouse warehouse, String objects, SourceName name, List<String> columns) {
    String show =
        "SHOW "
            + objects
            + " LIKE "
            + Sql.literal(name.object())
            + " IN SCHEMA "
            + Sql.quoted(name.database())
            + "."
            + Sql.quoted(name.schema());
    return warehouse.named(show, columns).rows().stream()
        .filter(row -> row.text(0).equals(name.object()))
        .findFirst();
  }

  private static SourceObject table(Warehouse warehouse, SourceName name, Row row) {
    boolean dynamic = isYes(row, 8);
    return new SourceObject(
        name,
        dynamic ? SourceKind.DYNAMIC_TABLE : SourceKind.TABLE,
        dynamic ? DynamicTable.whyNoStream(warehouse, name) : special(row),
        dynamic || row.text(2).equals("ON"),
        row.optional(3).orElse(""));
  }

  private static Optional<String> special(Row row) {
    List<String> reasons =
        List.of(
            "is an external table: its streams tell which files came, not which rows changed",
            "is an event table, which has no keys and no change tracking",
            "is a hybrid table, on which Snowflake makes no streams",
            "is an Iceberg table: its streams are not supported here, since not all of them show"
                + " updates and deletes");
    if (row.text(1).equals("TEMPORARY")) {
      return Optional.of("is a temporary table: it is gone with its session");
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      if (isYes(row, 4 + i)) {
        found.add(reasons.get(i));
      }
    }
    return found.stream()
        .findFirst()
        .map(why -> why + ". Name a permanent or transient table that it is copied to");
  }

  private static boolean isYes(Row row, int column) {
    return row.optional(column).filter(v -> v.equals("Y") || v.equals("true")).isPresent();
  }

  private static SourceObject view(SourceName name, Row row) {
    Optional<String> refusal =
        Stream.of(
                isYes(row, 4)
                    ? Optional.of(
                        "is a materialized view, on which Snowflake makes no streams. Name the"
                            + " table it is made of")
                    : Optional.<String>empty(),
                isYes(row, 3)
                    ? Optional.of(
                        "is a secure view: Snowflake keeps no changes longer for a stream on one"
                            + " than the Time Travel of its tables, so a contract that stands"
                            + " still for a day loses facts. Name a plain view or a table")
                    : Optional.<String>empty(),
                row.optional(5).flatMap(ViewText::whyNoStream))
            .flatMap(Optional::stream)
            .findFirst();
    return new SourceObject(
        name, SourceKind.VIEW, refusal, row.text(1).equals("ON"), row.optional(2).orElse(""));
  }

  /** Changes of another account's tables are kept as long as that account keeps them. */
  private SourceObject unlessShared(Warehouse warehouse) {
    String show = "SHOW DATABASES LIKE " + Sql.literal(name.database());
    boolean shared =
        warehouse.named(show, List.of("name", "kind")).rows().stream()
            .filter(row -> row.text(0).equals(name.database()))
            .anyMatch(row -> row.optional(1).filter("IMPORTED DATABASE"::equals).isPresent());
    return shared
        ? new SourceObject(
            name,
            kind,
            Optional.of(
                "is shared by another account: Snowflake does not keep its changes longer for our"
                    + " stream, so a contract that stands still loses facts. Copy it to a table of"
                    + " this account, or a dynamic table, and name that"),
            changeTracking,
            owner)
        : this;
  }
}
