package dev.freshet.procs.warehouse;

import java.util.List;

/**
 * What a statement answered.
 *
 * @param queryId its id, as the query history and ACCESS_HISTORY have it
 * @param rows the columns asked for
 */
public record Answer(String queryId, List<Row> rows) {
  public Answer {
    rows = List.copyOf(rows);
  }
}
