package dev.freshet.sandbox.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The source at one moment.
 *
 * @param rows by UID
 * @param ids what the stream calls the rows that have changed, by UID
 */
record HistorySource(Map<Long, HistoryRow> rows, Map<Long, String> ids) {

  /** Looks, in a session that does nothing else; a query never moves a stream. */
  static HistorySource of(Connection session, HistoryTable table, Fact fact) throws SQLException {
    Map<Long, HistoryRow> rows = new HashMap<>();
    for (List<String> row : rows(session, table.query(fact.table()))) {
      HistoryRow read = HistoryRow.of(table, row);
      rows.put(read.uid(), read);
    }
    Map<Long, String> ids = new HashMap<>();
    String stream = fact.schema() + ".SOURCE_STREAM";
    for (List<String> row : rows(session, "SELECT UID, METADATA$ROW_ID FROM " + stream)) {
      ids.put(Long.parseLong(row.get(0)), row.get(1));
    }
    return new HistorySource(rows, ids);
  }

  private static List<List<String>> rows(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
