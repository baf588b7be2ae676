package dev.freshet.procs.shape;

import java.util.List;

/**
 * Folds the images of a state contract by key, with what KEYS knows of it. If the row that holds
 * the key stays where it is, whatever else has the key is a duplicate. If it is gone, the only
 * after-image is an upsert, several are duplicates, and none is a delete, provided that something
 * was published. What equals the value last published is nothing.
 */
record StateFold(Rows rows, Memory memory) {
  private static final String BY_KEY = " OVER (PARTITION BY \"__key\")";
  private static final String PRESENT = "\"__after\" AND \"__admitted\"";

  /** Whether no row held the key, or the one that did is gone from it. */
  private static final String FREE = "(\"__known_row\" IS NULL OR \"__leaver\" IS NOT NULL)";

  /** A row that was set aside is gone from its key, or at last has one: nothing to release. */
  private static final String GONE =
      "COALESCE(NOT \"__after\" AND \"__admitted\" AND \"__stays\" = 0 AND (\"__key\" IS NULL"
          + " OR (\"__known\" AND (\"__row_id\" IS DISTINCT FROM \"__known_row\""
          + " OR \"__known_op\" IS DISTINCT FROM 'U'))), FALSE)";

  /** Each image with its outcome; one of each key says what KEYS is to remember. */
  Select outcomes(Images images) {
    return Select.from(judged(images))
        .items(List.of("\"__outcome\"", "\"__broken\"", "\"__row_id\"", "\"__key\"", "\"__after\""))
        .item("1", "\"__n\"")
        .item(noted(), "\"__noted\"")
        .item(GONE, "\"__gone\"")
        .item("\"__image\"")
        .items(keys().knownNames())
        .items(rows.names());
  }

  KnownKeys keys() {
    return new KnownKeys(rows.contract(), memory.keys());
  }

  private Select judged(Images images) {
    return Select.from(folded(images))
        .item(outcome(), "\"__outcome\"")
        .items(List.of("\"__broken\"", "\"__row_id\"", "\"__key\"", "\"__after\"", "\"__image\""))
        .items(
            List.of(
                "\"__leaver\"", "\"__holder\"", "\"__afters\"", "\"__admitted\"", "\"__stays\""))
        .items(keys().knownNames())
        .items(rows.names());
  }

  private Select folded(Images images) {
    return Select.from(known(images))
        .items(List.of("\"__after\"", "\"__row_id\"", "\"__admitted\"", "\"__key\""))
        .items(List.of("\"__broken\"", "\"__image\""))
        .item("COUNT_IF(" + PRESENT + ")" + BY_KEY, "\"__afters\"")
        .item(
            "COUNT_IF(" + PRESENT + ") OVER (PARTITION BY \"__key\", \"__row_id\")", "\"__stays\"")
        .item("MIN(CASE WHEN " + leaves() + " THEN \"__row_id\" END)" + BY_KEY, "\"__leaver\"")
        .item(
            "COALESCE("
                + least(PRESENT + " AND \"__row_id\" = \"__known_row\"")
                + ", "
                + least(PRESENT)
                + ")",
            "\"__holder\"")
        .items(keys().knownNames())
        .items(rows.names());
  }

  /**
   * A before-image of the holder. One whose id is unknown is no row that was set aside as a second
   * one beside it, though its value be the same.
   */
  private String leaves() {
    return "NOT \"__after\" AND (\"__row_id\" = \"__known_row\" OR (NOT \"__second\" AND "
        + new UnknownRow(rows.contract()).isLeft(keys().unchanged())
        + "))";
  }

  private static String least(String condition) {
    return "MIN(CASE WHEN " + condition + " THEN \"__row_id\" END)" + BY_KEY;
  }

  /** Each image beside the newest row of KEYS: a stream has at most two images of a row. */
  private Select known(Images images) {
    String newest =
        "QUALIFY ROW_NUMBER() OVER (PARTITION BY \"r\".\"__row_id\", \"r\".\"__after\""
            + " ORDER BY \"k\".ATTEMPT DESC NULLS LAST) = 1";
    String joins =
        keys().join("\"r\"", memory.attempt()) + "\n" + OpenRejections.joinDuplicates(rows, memory);
    Select select = Select.from(rows.judged(images), "\"r\"", joins);
    for (String name :
        List.of(
            "\"__after\"",
            "\"__row_id\"",
            "\"__admitted\"",
            "\"__key\"",
            "\"__broken\"",
            "\"__image\"")) {
      select.item("\"r\"." + name);
    }
    rows.names().forEach(name -> select.item("\"r\"." + name));
    return select
        .item("\"d\".ROW_ID IS NOT NULL", "\"__second\"")
        .items(keys().known())
        .ending(newest);
  }

  private String outcome() {
    return String.join(
        "\n  ",
        "CASE",
        "WHEN NOT \"__after\" AND \"__row_id\" = \"__leaver\" AND \"__afters\" = 0"
            + " AND \"__known_op\" = 'U' THEN 'delete'",
        "WHEN NOT \"__after\" THEN NULL",
        "WHEN NOT \"__admitted\" THEN 'filtered'",
        "WHEN \"__broken\" IS NOT NULL OR \"__afters\" > 1 OR NOT " + FREE + " THEN 'rejected'",
        "WHEN " + keys().unchanged() + " THEN 'unchanged'",
        "ELSE 'upsert'",
        "END");
  }

  /** The holder changes, or what is published of the key. */
  private static String noted() {
    String speaks =
        "CASE WHEN \"__after\" THEN \"__admitted\" AND \"__row_id\" = \"__holder\" AND "
            + FREE
            + " ELSE \"__row_id\" = \"__leaver\" AND \"__afters\" = 0 END";
    String differs =
        "(\"__outcome\" IN ('upsert', 'delete')"
            + " OR \"__known_row\" IS DISTINCT FROM CASE WHEN \"__after\" THEN \"__row_id\" END)";
    return "COALESCE(\"__key\" IS NOT NULL AND " + speaks + " AND " + differs + ", FALSE)";
  }
}
