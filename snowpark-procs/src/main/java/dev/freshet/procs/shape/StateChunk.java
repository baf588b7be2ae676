package dev.freshet.procs.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a state contract as they stood at the offset, by key, beside what KEYS knew then. A
 * single good row is an upsert; rows that break a rule are set aside once; a key that something was
 * published of and that no row holds any more is a delete.
 */
record StateChunk(OffsetRows standing, ChunkKind kind, Memory memory) implements ChunkOutcomes {
  private static final String BY_KEY = " OVER (PARTITION BY \"__key\")";

  /** Whether one of the key's rows shows the value last published. */
  private static final String IS_SHOWN = "\"__shown\" > 0";

  @Override
  public Select of(KeyRange range) {
    return Select.from(judged(range))
        .items(List.of("\"__outcome\"", "\"__broken\"", "\"__key\""))
        .item("\"__admitted\"", "\"__after\"")
        .item(
            "CASE WHEN \"__outcome\" = 'rejected' THEN " + setAside() + " ELSE " + named() + " END",
            "\"__row_id\"")
        .item("1", "\"__n\"")
        .item(noted(), "\"__noted\"")
        .item("FALSE", "\"__gone\"")
        .item("\"__image\"")
        .items(keys().knownNames())
        .items(rows().names());
  }

  private Select judged(KeyRange range) {
    return Select.from(counted(range))
        .item(outcome(), "\"__outcome\"")
        .item(holder(), "\"__holder\"")
        .items(List.of("\"__row_id\"", "\"__broken\"", "\"__key\"", "\"__admitted\""))
        .items(List.of("\"__image\"", "\"__place\"", "\"__shown\""))
        .items(wanted())
        .items(keys().knownNames())
        .items(rows().names());
  }

  private Select counted(KeyRange range) {
    return Select.from(beside(range))
        .items(List.of("\"__row_id\"", "\"__broken\"", "\"__key\"", "\"__admitted\""))
        .items(List.of("\"__image\"", "\"__open\""))
        .items(wanted())
        .item("COUNT(*)" + BY_KEY, "\"__rows\"")
        .item("COUNT(CASE WHEN \"__admitted\" THEN 1 END)" + BY_KEY, "\"__admitted_rows\"")
        .item(
            "COUNT(CASE WHEN \"__admitted\" AND " + keys().unchanged() + " THEN 1 END)" + BY_KEY,
            "\"__shown\"")
        .item(
            "ROW_NUMBER() OVER (PARTITION BY \"__key\" ORDER BY IFF(\"__admitted\", 0, 1),"
                + " \"__row_id\")",
            "\"__place\"")
        .items(keys().knownNames())
        .items(rows().names());
  }

  /** Each row beside what is known of its key, and each known key that has no row. */
  private Select beside(KeyRange range) {
    boolean gone = speaksForTheKey();
    Select newest = keys().newest(memory.attempt(), range);
    String known =
        (gone ? "FULL OUTER JOIN " : "LEFT JOIN ")
            + (gone ? keyFields().over(newest) : newest).bracketed()
            + " AS \"k\" ON \"k\".KEY_TEXT = \"r\".\"__key\"";
    Select select =
        Select.from(
            standing.in(range),
            "\"r\"",
            known + "\n" + OpenRejections.join(rows(), memory, "__key"));
    select
        .items(List.of("\"r\".\"__row_id\"", "\"r\".\"__broken\"", "\"r\".\"__image\""))
        .item("COALESCE(\"r\".\"__key\", \"k\".KEY_TEXT)", "\"__key\"")
        .item("COALESCE(\"r\".\"__admitted\", FALSE)", "\"__admitted\"")
        .item("\"o\".IDENTITY_TEXT IS NOT NULL", "\"__open\"")
        .items(keys().known());
    wanted().forEach(name -> select.item("\"r\"." + name));
    shown(gone).forEach(select::item);
    return select;
  }

  /** The rows' values; of a key without a row, those of the key alone. */
  private List<String> shown(boolean gone) {
    List<String> all = new ArrayList<>();
    for (FieldSql f : rows().fields()) {
      String value = "\"r\"." + f.name();
      all.add(
          gone && f.field().isKey()
              ? "COALESCE(" + value + ", " + keyFields().of(f.field(), "\"k\"") + ") AS " + f.name()
              : value);
    }
    return all;
  }

  private String outcome() {
    List<String> cases = new ArrayList<>();
    cases.add("CASE");
    cases.add("WHEN NOT " + rows().wantedName() + " THEN NULL");
    cases.add(
        "WHEN \"__admitted\" AND (\"__broken\" IS NOT NULL OR \"__admitted_rows\" > 1)"
            + " THEN CASE WHEN NOT \"__open\" THEN 'rejected' END");
    if (kind == ChunkKind.DIFFERENCE) {
      cases.add("WHEN \"__admitted\" AND " + keys().unchanged() + " THEN 'unchanged'");
    }
    cases.add("WHEN \"__admitted\" THEN 'upsert'");
    if (speaksForTheKey()) {
      cases.add(
          "WHEN \"__place\" = 1 AND \"__admitted_rows\" = 0 AND \"__known_op\" = 'U' THEN 'delete'");
    }
    cases.add("WHEN \"__row_id\" IS NOT NULL THEN 'filtered'");
    cases.add("END");
    return String.join("\n  ", cases);
  }

  /** A request that looks at some rows only says nothing of keys that have no such row. */
  private boolean speaksForTheKey() {
    return rows().wanted().isEmpty();
  }

  /**
   * Which row holds the key from now on. A rebaseline goes by what the rows say; otherwise KEYS
   * knows better, unless a row has come that it cannot know of.
   */
  private String holder() {
    String known =
        kind == ChunkKind.DIFFERENCE
            ? ""
            : " WHEN \"__admitted_rows\" > 1 OR (\"__rows\" = 1 AND \"__row_id\" = "
                + KnownKeys.UNKNOWN_ROW
                + ") THEN COALESCE(\"__known_row\", \"__row_id\")";
    return "CASE WHEN NOT \"__admitted\" THEN NULL" + known + " ELSE \"__row_id\" END";
  }

  /** The holder; of a row whose value is known to consumers, but not its id, what tells it. */
  private String named() {
    return "CASE WHEN LEFT(\"__holder\", 1) = '?' AND (\"__outcome\" IN ('upsert', 'unchanged') OR "
        + IS_SHOWN
        + ") THEN "
        + new UnknownRow(rows().contract()).text()
        + " ELSE \"__holder\" END";
  }

  /** Of several rows the one whose value consumers hold keeps the key, as if its id were known. */
  private String setAside() {
    return "CASE WHEN LEFT(\"__row_id\", 1) = '?' AND "
        + IS_SHOWN
        + " THEN "
        + new UnknownRow(rows().contract()).text()
        + " ELSE \"__row_id\" END";
  }

  /** One row of each key speaks, if the holder changes or what is published. */
  private String noted() {
    String looked = speaksForTheKey() ? "" : "\"__admitted\" AND " + rows().wantedName() + " AND ";
    return "COALESCE("
        + looked
        + "\"__place\" = 1 AND (\"__outcome\" IN ('upsert', 'delete') OR \"__known_row\" IS DISTINCT"
        + " FROM "
        + named()
        + "), FALSE)";
  }

  @Override
  public Select mayBeGone(Select keyTexts, Optional<String> after) {
    if (!speaksForTheKey()) {
      return keyTexts;
    }
    return Select.union(keyTexts, keys().published(new KeyRange(after, Optional.empty())))
        .item("\"__key\"");
  }

  private KeyFields keyFields() {
    return new KeyFields(rows().contract());
  }

  private List<String> wanted() {
    return rows().wanted().stream().map(w -> rows().wantedName()).toList();
  }

  private Rows rows() {
    return standing.rows();
  }

  private KnownKeys keys() {
    return new KnownKeys(rows().contract(), memory.keys());
  }
}
