package dev.freshet.sandbox.snowflake.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results of recent statements, for RESULT_SCAN and asynchronous queries; bounded by their
 * rows.
 */
public final class ResultHistory {

  private final int maxResults;
  private final long maxRows;
  private final LinkedHashMap<String, Result> results = new LinkedHashMap<>();
  private long rows;

  ResultHistory(int maxResults, long maxRows) {
    this.maxResults = maxResults;
    this.maxRows = maxRows;
  }

  synchronized void add(String queryId, Result result) {
    results.put(queryId, result);
    rows += result.rows().size();
    var oldest = results.entrySet().iterator();
    while (results.size() > 1 && (results.size() > maxResults || rows > maxRows)) {
      Map.Entry<String, Result> entry = oldest.next();
      rows -= entry.getValue().rows().size();
      oldest.remove();
    }
  }

  public synchronized Optional<Result> find(String queryId) {
    return Optional.ofNullable(results.get(queryId));
  }
}
