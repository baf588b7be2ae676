package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.shape.KnownKeys;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that one statement fills, each from the rows that are for it: what breaks a rule, what
 * is published, what is remembered. INSERT ALL, because a row that is published is remembered too.
 */
record Destinations(ContractSchema schema, Contract contract) {

  /** Where changes go. Reads all of the stream, even if nothing comes of it. */
  String ofChanges(String facts) {
    return "INSERT ALL\n" + rejections() + staged() + remembered() + facts;
  }

  /** Where released rows go; all of them close a rejection. */
  String ofReleases(String facts) {
    String keys = contract.kind() == Contract.Kind.STATE ? keys("\"__op\" IS NOT NULL") : "";
    return "INSERT ALL\n"
        + staged()
        + keys
        + closed("\"__closes\" IS NOT NULL", List.of(), List.of())
        + facts;
  }

  private String rejections() {
    return into(
        "\"__violation\" IS NOT NULL",
        schema.app().rejections(),
        List.of(
            "CONTRACT",
            "CONTRACT_VERSION",
            "RUN",
            "ATTEMPT",
            "RULE",
            "KEY_TEXT",
            "IDENTITY_TEXT",
            "ROW_ID"),
        List.of(
            "\"__contract\"",
            "\"__version\"",
            "\"__run\"",
            "\"__attempt\"",
            "\"__violation\"",
            "\"__key\"",
            "\"__identity\"",
            "\"__row_id\""));
  }

  private String staged() {
    List<String> columns = new ArrayList<>(List.of("\"__sequence\""));
    columns.addAll(new Shape(contract, schema.sourceStream()).partColumns());
    return into("\"__op\" IS NOT NULL", schema.staged(), columns, columns);
  }

  private String remembered() {
    return contract.kind() == Contract.Kind.STATE
        ? keys("\"__noted\"") + closed("\"__gone\"", List.of("ROW_ID"), List.of("\"__row_id\""))
        : closed("\"__noted\"", List.of(), List.of());
  }

  private String keys(String condition) {
    return "  WHEN "
        + condition
        + " THEN INTO "
        + new KnownKeys(contract, schema.keys()).into()
        + "\n";
  }

  /** Closes all rejections of an identity, or those of one row. */
  private String closed(String condition, List<String> more, List<String> moreValues) {
    List<String> columns =
        new ArrayList<>(
            List.of("CONTRACT", "IDENTITY_TEXT", "ATTEMPT", "RUN", "OUTCOME", "REASON"));
    columns.addAll(more);
    List<String> values =
        new ArrayList<>(
            List.of(
                "\"__contract\"",
                "\"__identity\"",
                "\"__attempt\"",
                "\"__run\"",
                "\"__closes\"",
                "\"__reason\""));
    values.addAll(moreValues);
    return into(condition, schema.app().releases(), columns, values);
  }

  private static String into(
      String condition, String table, List<String> columns, List<String> values) {
    return "  WHEN "
        + condition
        + " THEN INTO "
        + table
        + "\n    ("
        + String.join(", ", columns)
        + ")\n    VALUES ("
        + String.join(", ", values)
        + ")\n";
  }
}
