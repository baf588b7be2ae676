package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * KEYS: of each key, the row that holds it and what was last published of it. Rows are inserted
 * only; of a key the one with the highest ATTEMPT counts. A row that is set aside holds its key
 * too: a second one with that key is a duplicate whatever became of the first.
 */
public record KnownKeys(Contract contract, String table) {
  /** Stands for the id of a row that does not tell it; ids are hexadecimal. */
  static final String UNKNOWN_ROW = "'?'";

  private static final List<String> NAMES =
      List.of("KEY_TEXT", "ROW_ID", "IMAGE", "OP", "SEQUENCE", "ATTEMPT");

  /** The columns of KEYS, as {@code name type}. */
  public List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "KEY_TEXT VARCHAR NOT NULL",
                "ROW_ID VARCHAR",
                "IMAGE VARCHAR",
                "OP VARCHAR(1)",
                "SEQUENCE NUMBER(19,0)",
                "ATTEMPT NUMBER(19,0) NOT NULL"));
    floats().forEach(f -> columns.add(valueColumn(f) + " FLOAT"));
    return columns;
  }

  /** What a version with other fields adds to an older table. */
  public List<String> columnsOfFields() {
    return floats().stream().map(f -> valueColumn(f) + " FLOAT").toList();
  }

  /** Removes the rows that do not count any more, and keys that nothing holds or published. */
  public String removeSuperseded() {
    return "DELETE FROM "
        + table
        + " USING (SELECT KEY_TEXT AS NEWEST_KEY, MAX(ATTEMPT) AS NEWEST FROM "
        + table
        + " GROUP BY KEY_TEXT) AS \"newest\" WHERE KEY_TEXT = NEWEST_KEY AND (ATTEMPT < NEWEST OR"
        + " (ROW_ID IS NULL AND COALESCE(OP, 'D') = 'D'))";
  }

  /** {@code INTO KEYS (…) VALUES (…)}, from the columns that {@link #remembered} makes. */
  public String into() {
    List<String> columns = new ArrayList<>(NAMES);
    List<String> values =
        new ArrayList<>(
            List.of(
                "\"__key\"",
                "\"__new_row\"",
                "\"__new_image\"",
                "\"__new_op\"",
                "\"__new_sequence\"",
                "\"__attempt\""));
    for (FieldSql f : floats()) {
      columns.add(valueColumn(f));
      values.add(newValue(f));
    }
    return table
        + "\n    ("
        + String.join(", ", columns)
        + ")\n    VALUES ("
        + String.join(", ", values)
        + ")";
  }

  /** The newest row of each key, found before the join: reads all of KEYS. */
  String joinNewest(String key, long attempt) {
    return "LEFT JOIN (SELECT * FROM "
        + table
        + " WHERE ATTEMPT < "
        + attempt
        + " QUALIFY ROW_NUMBER() OVER (PARTITION BY KEY_TEXT ORDER BY ATTEMPT DESC) = 1)"
        + " AS \"k\" ON \"k\".KEY_TEXT = "
        + key;
  }

  /** The newest row of each key of a range. */
  Select newest(long attempt, KeyRange range) {
    return Select.from(table)
        .item("*")
        .ending(
            "WHERE ATTEMPT < "
                + attempt
                + " AND "
                + range.holds("KEY_TEXT")
                + "\nQUALIFY ROW_NUMBER() OVER (PARTITION BY KEY_TEXT ORDER BY ATTEMPT DESC) = 1");
  }

  /**
   * Keys of a range of which something was once published: all that still are, and perhaps more.
   */
  Select published(KeyRange range) {
    return Select.from(table)
        .item("KEY_TEXT", "\"__key\"")
        .ending("WHERE OP = 'U' AND " + range.holds("KEY_TEXT"));
  }

  /** All rows of each key that runs before an attempt wrote; the newest is to be chosen. */
  String join(String rows, long attempt) {
    return "LEFT JOIN "
        + table
        + " AS \"k\" ON \"k\".KEY_TEXT = "
        + rows
        + ".\"__key\" AND \"k\".ATTEMPT < "
        + attempt;
  }

  /** What is known, for a SELECT over {@link #join}. */
  List<String> known() {
    List<String> items =
        new ArrayList<>(
            List.of(
                "COALESCE(\"k\".ROW_ID, CASE \"k\".OP WHEN 'U' THEN "
                    + UNKNOWN_ROW
                    + " END) AS \"__known_row\"",
                "\"k\".KEY_TEXT IS NOT NULL AS \"__known\"",
                "\"k\".IMAGE AS \"__known_image\"",
                "\"k\".OP AS \"__known_op\"",
                "\"k\".SEQUENCE AS \"__known_sequence\""));
    floats().forEach(f -> items.add("\"k\"." + valueColumn(f) + " AS " + knownValue(f)));
    return items;
  }

  /** The names of {@link #known}. */
  List<String> knownNames() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "\"__known_row\"",
                "\"__known\"",
                "\"__known_image\"",
                "\"__known_op\"",
                "\"__known_sequence\""));
    floats().forEach(f -> names.add(knownValue(f)));
    return names;
  }

  /** Whether a row shows what was last published of its key. */
  String unchanged() {
    StringBuilder text =
        new StringBuilder("\"__known_op\" = 'U' AND \"__image\" = \"__known_image\"");
    floats()
        .forEach(
            f ->
                text.append(" AND ")
                    .append(f.name())
                    .append(" IS NOT DISTINCT FROM ")
                    .append(knownValue(f)));
    return text.toString();
  }

  /**
   * The new row of KEYS. What was published stays known while the row that replaces it is set
   * aside: consumers still hold it.
   */
  List<String> remembered(long sequence) {
    List<String> items =
        new ArrayList<>(
            List.of(
                "CASE WHEN \"__after\" THEN \"__row_id\" END AS \"__new_row\"",
                shown("\"__image\"", "\"__known_image\"") + " AS \"__new_image\"",
                "CASE WHEN \"__outcome\" IN ('upsert', 'unchanged') THEN 'U'"
                    + " WHEN \"__outcome\" = 'delete' THEN 'D' ELSE \"__known_op\" END"
                    + " AS \"__new_op\"",
                "CASE WHEN \"__outcome\" IN ('upsert', 'delete') THEN "
                    + sequence
                    + " ELSE \"__known_sequence\" END AS \"__new_sequence\""));
    floats().forEach(f -> items.add(shown(f.name(), knownValue(f)) + " AS " + newValue(f)));
    return items;
  }

  private static String shown(String now, String known) {
    return "CASE WHEN \"__outcome\" IN ('upsert', 'unchanged') THEN "
        + now
        + " WHEN \"__after\" THEN "
        + known
        + " END";
  }

  private List<FieldSql> floats() {
    return new Rows(contract).floats();
  }

  private static String valueColumn(FieldSql f) {
    return Sql.quoted("value_" + f.field().name());
  }

  private static String knownValue(FieldSql f) {
    return Sql.quoted("__known_" + f.field().name() + "_value");
  }

  private static String newValue(FieldSql f) {
    return Sql.quoted("__new_" + f.field().name() + "_value");
  }
}
