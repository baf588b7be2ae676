package dev.freshet.sandbox.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random transactions on a random table; {@code %s} stands for the table. The same seed gives the
 * same ones.
 */
final class HistoryChanges {
  private static final int MOST_ROWS = 4;

  private final HistoryTable table;
  private final Random random;
  private long uids;

  HistoryChanges(HistoryTable table, Random random) {
    this.table = table;
    this.random = random;
  }

  /** A few statements, in a transaction that mostly commits. */
  List<String> transaction() {
    List<String> statements = new ArrayList<>();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      statements.addAll(table.isEvent() ? insert() : change());
    }
    if (statements.size() > 1 || random.nextInt(5) == 0) {
      statements.add(0, "BEGIN");
      statements.add(random.nextInt(5) == 0 ? "ROLLBACK" : "COMMIT");
    }
    return statements;
  }

  private List<String> change() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> insert();
      case 4, 5 -> List.of("UPDATE %s SET " + field() + touched() + where());
      case 6 -> List.of("UPDATE %s SET W = " + random.nextInt(4) + touched() + where());
      case 7 -> List.of("UPDATE %s SET " + key() + touched() + (table.tidy() ? "" : where()));
      case 8 -> List.of("UPDATE %s SET REV = REV + 1" + where());
      case 9 -> List.of("DELETE FROM %s" + where());
      case 10 -> random.nextInt(4) == 0 ? List.of("TRUNCATE TABLE %s") : insert();
      default -> List.of(reload());
    };
  }

  /** Rows; a tidy table first loses those under their keys. */
  private List<String> insert() {
    if (table.tidy() && !table.isEvent()) {
      String key = table.columns().get(0).literal(random);
      return List.of(
          "DELETE FROM %s WHERE K0 = " + key, "INSERT INTO %s (" + names() + ") " + row(key));
    }
    String rows =
        IntStream.rangeClosed(1, 1 + random.nextInt(MOST_ROWS))
            .mapToObj(i -> row(value(table.columns().get(0), true)))
            .collect(Collectors.joining(" UNION ALL "));
    return List.of("INSERT INTO %s (" + names() + ") " + rows);
  }

  private String row(String firstKey) {
    List<String> values = new ArrayList<>(List.of(firstKey));
    for (int i = 1; i < table.columns().size(); i++) {
      values.add(value(table.columns().get(i), i < table.key().size()));
    }
    String time = table.isEvent() ? ", '2026-01-0" + (1 + random.nextInt(9)) + "'::DATE" : "";
    return "SELECT "
        + String.join(", ", values)
        + time
        + ", "
        + ++uids
        + ", 0, "
        + random.nextInt(4);
  }

  /** All columns, in the order in which {@link #row} gives them. */
  private String names() {
    return String.join(", ", table.names()) + (table.isEvent() ? ", AT" : "") + ", UID, REV, W";
  }

  private String value(HistoryColumn column, boolean isKey) {
    int chance = random.nextInt(20);
    if (chance == 0 && !(isKey && table.tidy())) {
      return "NULL::" + column.sourceType;
    }
    return chance == 1 && !table.tidy() ? column.misfit : column.literal(random);
  }

  private String field() {
    int field = table.key().size() + random.nextInt(table.fields().size());
    return table.name(field) + " = " + value(table.columns().get(field), false);
  }

  /** Moves rows to another key, or makes two keys change places. */
  private String key() {
    HistoryColumn column = table.key().get(0);
    if (column == HistoryColumn.WHOLE) {
      return random.nextBoolean() ? "K0 = 8 - K0" : "K0 = K0 + 1";
    }
    String one = column.literal(random);
    String two = column.literal(random);
    return "K0 = CASE K0 WHEN "
        + one
        + " THEN "
        + two
        + " WHEN "
        + two
        + " THEN "
        + one
        + " ELSE K0 END";
  }

  /** The same rows written anew, as a load that knows no updates does. */
  private String reload() {
    long more = uids;
    uids *= 2;
    return "INSERT OVERWRITE INTO %s ("
        + names()
        + ") SELECT "
        + String.join(", ", table.names())
        + ", UID + "
        + more
        + ", REV, W FROM %s"
        + where();
  }

  private static String touched() {
    return ", REV = REV + 1";
  }

  private String where() {
    int part = 1 + random.nextInt(4);
    return part == 1 ? "" : " WHERE MOD(UID, " + part + ") = " + random.nextInt(part);
  }
}
