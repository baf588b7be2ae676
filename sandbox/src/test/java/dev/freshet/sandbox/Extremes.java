package dev.freshet.sandbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values at the edges of Snowflake's types (docs.snowflake.com, sql-reference/intro-summary-data-
 * types): each column with its type and, row by row, the same number of values as SQL expressions.
 */
record Extremes(List<Column> columns) {

  /**
   * A column.
   *
   * @param values NULL stands in every column once, in the first row
   */
  record Column(String name, String type, List<String> values) {
    static Column of(String name, String type, String... values) {
      return new Column(name, type, Stream.concat(Stream.of("NULL"), Stream.of(values)).toList());
    }

    private String value(int row) {
      return values.get(Math.min(row, values.size() - 1));
    }
  }

  private static final String NINES = "9".repeat(38);

  static Extremes all() {
    return new Extremes(
        List.of(
            Column.of("n38", "NUMBER(38,0)", NINES, "-" + NINES, "0", "-1"),
            Column.of("n38s37", "NUMBER(38,37)", "9." + "9".repeat(37), "-9." + "9".repeat(37)),
            Column.of("n38s2", "NUMBER(38,2)", "9".repeat(36) + ".99", "-0.01", "0", "1.5"),
            Column.of("n18", "NUMBER(18,0)", "9".repeat(18), "-" + "9".repeat(18)),
            Column.of("n15", "NUMBER(15,0)", "9".repeat(15), "-" + "9".repeat(15)),
            Column.of("n1", "NUMBER(1,0)", "9", "-9"),
            Column.of("n9s9", "NUMBER(9,9)", "0.999999999", "-0.999999999", "0.000000001"),
            Column.of("text", "VARCHAR", "''", "REPEAT('Zoë 李雷 ', 30000)", "'\\\\\\'\"\\n'", "' '"),
            Column.of("flag", "BOOLEAN", "TRUE", "FALSE"),
            Column.of(
                "real", "FLOAT", "1.7976931348623157e308", "4.9e-324", "-0.1::FLOAT", "1e15", "0"),
            Column.of(
                "day", "DATE", "'9999-12-31'", "'0001-01-01'", "'1970-01-01'", "'1969-12-31'"),
            Column.of("clock9", "TIME(9)", "'23:59:59.999999999'", "'00:00:00'"),
            Column.of("clock6", "TIME(6)", "'23:59:59.999999'", "'00:00:00.000001'"),
            moments("ntz9", "TIMESTAMP_NTZ(9)", "999999999", ""),
            moments("ntz6", "TIMESTAMP_NTZ(6)", "999999", ""),
            moments("ntz0", "TIMESTAMP_NTZ(0)", "0", ""),
            moments("ltz9", "TIMESTAMP_LTZ(9)", "999999999", " +0000"),
            moments("ltz3", "TIMESTAMP_LTZ(3)", "999", " +0000"),
            moments("tz9", "TIMESTAMP_TZ(9)", "999999999", " +0530"),
            Column.of("bytes", "BINARY", "TO_BINARY('', 'HEX')", "TO_BINARY('00ff7f80', 'HEX')"),
            Column.of(
                "doc",
                "VARIANT",
                "PARSE_JSON('{\"a\": [1, null, \"ë\"], \"\": {}}')",
                "PARSE_JSON('\"\"')",
                "PARSE_JSON('12345678901234567890.123')"),
            Column.of("object", "OBJECT", "OBJECT_CONSTRUCT()", "OBJECT_CONSTRUCT('k', 1)"),
            Column.of("list", "ARRAY", "ARRAY_CONSTRUCT()", "ARRAY_CONSTRUCT(1, 'two')")));
  }

  private static Column moments(String name, String type, String fraction, String zone) {
    return new Column(
        name,
        type,
        Stream.of(
                "NULL",
                "9999-12-31 23:59:59." + fraction,
                "0001-01-01 00:00:00",
                "1970-01-01 00:00:00",
                "1969-12-31 23:59:59." + fraction,
                "2262-04-11 23:47:16." + fraction,
                "1677-09-21 00:12:43")
            .map(t -> t.equals("NULL") ? t : "'" + t + zone + "'")
            .toList());
  }

  private int rows() {
    return columns.stream().mapToInt(c -> c.values().size()).max().orElse(0);
  }

  String createTable(String table) {
    return columns.stream()
        .map(c -> '"' + c.name() + "\" " + c.type())
        .collect(Collectors.joining(", ", "CREATE TABLE " + table + " (\"id\" NUMBER(9,0), ", ")"));
  }

  /** One INSERT for each row; a column that has fewer values repeats its last. */
  List<String> inserts(String table) {
    return Stream.iterate(0, row -> row + 1)
        .limit(rows())
        .map(
            row ->
                columns.stream()
                    .map(c -> c.value(row) + "::" + c.type())
                    .collect(
                        Collectors.joining(
                            ", ", "INSERT INTO " + table + " SELECT " + row + ", ", "")))
        .toList();
  }

  /** The fields of a contract on the table, as ODCS properties. */
  String properties() {
    return columns.stream()
        .map(
            c ->
                "      - name: %1$s\n        physicalName: %1$s\n        physicalType: %2$s\n"
                    .formatted(c.name(), c.type()))
        .collect(Collectors.joining());
  }
}
