package dev.freshet.sandbox.load;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL and the contract of a CSV table. */
public final class OwnContract {
  public static final String DATABASE = "OWN";
  public static final String SCHEMA = "LOADED";

  private OwnContract() {}

  /** {@code OWN.LOADED.<TABLE>}. */
  public static String table(CsvTable table) {
    return DATABASE + "." + SCHEMA + "." + quoted(table.name());
  }

  public static String createTable(CsvTable table) {
    return "CREATE TABLE "
        + table(table)
        + " ("
        + table.columns().stream()
            .map(c -> quoted(c.name()) + " " + c.type())
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** One row, with a bind variable for each column. */
  public static String insert(CsvTable table) {
    return "INSERT INTO "
        + table(table)
        + table.columns().stream()
            .map(c -> quoted(c.name()))
            .collect(Collectors.joining(", ", " (", ")"))
        + table.columns().stream()
            .map(c -> "?")
            .collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  /** A state contract of all columns. */
  public static String yaml(CsvTable table) {
    String id = "own." + table.name() + ".v1";
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: %1$s
    name: %2$s
    domain: own
    version: 1.0.0
    status: active
    team:
      name: sandbox
    schema:
      - name: %2$s
        physicalType: topic
        physicalName: %1$s
        properties:
    %3$s    customProperties:
          - property: freshet.source
            value: %4$s.%5$s.%6$s
          - property: freshet.kind
            value: state
    """
        .formatted(
            id,
            table.name(),
            IntStream.range(0, table.columns().size())
                .mapToObj(i -> property(table, i))
                .collect(Collectors.joining()),
            DATABASE,
            SCHEMA,
            table.name());
  }

  private static String property(CsvTable table, int index) {
    CsvColumn column = table.columns().get(index);
    String key =
        index == table.key()
            ? "        required: true\n        primaryKey: true\n        primaryKeyPosition: 1\n"
            : "";
    return "      - name: "
        + column.name()
        + "\n        physicalType: "
        + column.type()
        + "\n"
        + key;
  }

  private static String quoted(String name) {
    return '"' + name.toUpperCase(Locale.ROOT) + '"';
  }
}
