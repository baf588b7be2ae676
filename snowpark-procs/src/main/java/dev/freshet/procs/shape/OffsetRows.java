package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a source as they stood at its stream's offset: those that stand at a later time,
 * without what the stream will show as come since, and with what it will show as gone since. What
 * is published of them is older than all that the stream has still to tell, and the same as or
 * newer than all that was published, so no old value follows a newer one.
 *
 * <p>A row that stands does not tell its id ({@link KnownKeys#UNKNOWN_ROW}), so one that has come
 * since is told from one that was there by its values: of equal rows it does not matter which goes.
 */
record OffsetRows(Rows rows, AsOf source) {
  private static final String STANDS = "\"__row_id\" = " + KnownKeys.UNKNOWN_ROW;

  /** Rows of a range; with {@code __row_id}, {@code __admitted}, {@code __key} and the like. */
  Select in(KeyRange range) {
    return Select.from(copies(range))
        .items(columns())
        .ending(
            "WHERE \"__row_id\" IS NOT NULL AND NOT (" + STANDS + " AND \"__copy\" <= \"__come\")");
  }

  /** Keys of a range that rows stand or stood under: all that {@link #in} has, and perhaps more. */
  Select keys(KeyRange range) {
    return standing(range)
        .item("\"__key\"")
        .ending("WHERE \"__admitted\" AND " + rows.wantedName());
  }

  /** Each row, how many like it have come since, and its place among those like it. */
  private Select copies(KeyRange range) {
    String like = "PARTITION BY " + String.join(", ", sameness());
    return standing(range)
        .items(columns())
        .item("COUNT(CASE WHEN \"__row_id\" IS NULL THEN 1 END) OVER (" + like + ")", "\"__come\"")
        .item(
            "ROW_NUMBER() OVER (" + like + ", " + STANDS + " ORDER BY \"__row_id\")", "\"__copy\"");
  }

  /** What stands, what has come (without an id), and what has gone (with its id). */
  private Select standing(KeyRange range) {
    Images stands = new Images(source.standing(), "TRUE", KnownKeys.UNKNOWN_ROW);
    Images moved =
        new Images(
            source.changes(),
            "TRUE",
            "CASE METADATA$ACTION WHEN 'DELETE' THEN METADATA$ROW_ID END");
    return Select.union(within(range, stands), within(range, moved));
  }

  private Select within(KeyRange range, Images images) {
    return Select.from(rows.judged(images))
        .items(columns())
        .ending("WHERE " + range.holds("\"__key\""));
  }

  private List<String> sameness() {
    List<String> same =
        new ArrayList<>(List.of("\"__key\"", identity(), "\"__admitted\"", "\"__broken\""));
    rows.wanted().ifPresent(w -> same.add(rows.wantedName()));
    rows.floats().forEach(f -> same.add(f.name()));
    return same;
  }

  List<String> columns() {
    return Stream.of(
            Stream.of("\"__row_id\"", "\"__admitted\"", "\"__key\"", "\"__broken\"", identity()),
            rows.wanted().stream().map(w -> rows.wantedName()),
            rows.names().stream())
        .flatMap(all -> all)
        .collect(Collectors.toList());
  }

  private String identity() {
    return rows.contract().kind() == Contract.Kind.STATE ? "\"__image\"" : "\"__identity\"";
  }
}
