package dev.freshet.procs.shape;

import dev.freshet.procs.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers the rows of each key of an event contract by event time, then identity. */
record EventOrder(Rows rows) {

  Select outcomes(String stream) {
    return Select.from(judged(stream))
        .items(List.of("\"__outcome\"", "\"__broken\"", "\"__row_id\"", "\"__key\""))
        .item(
            "ROW_NUMBER() OVER (PARTITION BY \"__key\", \"__outcome\" ORDER BY " + order() + ")",
            "\"__n\"")
        .items(rows.names());
  }

  private Select judged(String stream) {
    return Select.from(rows.judged(stream))
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
        .items(List.of("\"__broken\"", "\"__row_id\"", "\"__key\""))
        .items(rows.names());
  }

  private String order() {
    return Stream.concat(rows.contract().eventTime().stream(), rows.contract().identity().stream())
        .map(Sql::quoted)
        .collect(Collectors.joining(", "));
  }
}
