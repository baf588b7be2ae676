package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers the rows of each key of an event contract by event time, then identity. An event that
 * goes out under the identity of one that was set aside takes its place: the rejection is closed.
 */
record EventOrder(Rows rows, Memory memory) {
  /** Set aside in the same run; if that row goes, the one published must not be released too. */
  static final String REJECTED_BESIDE =
      "COUNT_IF(\"__outcome\" = 'rejected') OVER (PARTITION BY \"__identity\") > 0";

  Select outcomes(Images images) {
    return Select.from(judged(images), "\"r\"", OpenRejections.join(rows, memory, "__identity"))
        .items(List.of("\"__outcome\"", "\"__broken\"", "\"__row_id\"", "\"__key\""))
        .item(number("\"__outcome\""), "\"__n\"")
        .item(
            "COALESCE(\"__outcome\" = 'upsert' AND (\"o\".IDENTITY_TEXT IS NOT NULL OR "
                + REJECTED_BESIDE
                + "), FALSE)",
            "\"__noted\"")
        .item("FALSE", "\"__gone\"")
        .item("\"__identity\"")
        .items(rows.names());
  }

  /** A row's place among those of its key that come to the same. */
  String number(String outcome) {
    return "ROW_NUMBER() OVER (PARTITION BY \"__key\", "
        + outcome
        + " ORDER BY "
        + order(rows.contract())
        + ")";
  }

  private Select judged(Images images) {
    return Select.from(rows.judged(images))
        .item(
            String.join(
                "\n  ",
                "CASE",
                "WHEN NOT \"__after\" THEN NULL",
                "WHEN NOT \"__admitted\" THEN 'filtered'",
                "WHEN \"__broken\" IS NOT NULL THEN 'rejected'",
                "ELSE 'upsert'",
                "END"),
            "\"__outcome\"")
        .items(List.of("\"__broken\"", "\"__row_id\"", "\"__key\"", "\"__identity\""))
        .items(rows.names());
  }

  /** What orders the events of a key. */
  static String order(Contract contract) {
    return Stream.concat(contract.eventTime().stream(), contract.identity().stream())
        .map(Sql::quoted)
        .collect(Collectors.joining(", "));
  }
}
