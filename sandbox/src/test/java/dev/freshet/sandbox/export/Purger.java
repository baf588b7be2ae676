package dev.freshet.sandbox.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.StreamSupport;

/** A session of the role that purges, and of nothing else. */
record Purger(Connection session) implements AutoCloseable {

  static Purger of(ExportAccount account) throws SQLException {
    Connection session = account.connect();
    Purger purger = new Purger(session);
    purger.execute("USE ROLE FRESHET_PURGER");
    return purger;
  }

  /** Collects receipts, then purges one contract by the options. */
  static JsonNode purge(Fact fact, String options) throws Exception {
    fact.account().one("CALL FRESHET.APP_V1.COLLECT_RECEIPTS()");
    try (Purger purger = of(fact.account())) {
      return purger.call(
          "{\"reason\": \"test\", \"contract\": \"" + fact.id() + "\"" + options + "}");
    }
  }

  JsonNode call(String options) throws Exception {
    try (Statement statement = session.createStatement();
        ResultSet result = statement.executeQuery("CALL FRESHET.APP_V1.PURGE('" + options + "')")) {
      result.next();
      return Json.STRICT.readTree(result.getString(1));
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The folders that a purge removed, or would. */
  static List<String> folders(JsonNode purge) {
    return StreamSupport.stream(purge.get("remove").spliterator(), false)
        .map(removal -> removal.get("folder").asText())
        .toList();
  }

  /** Why the rest stays. */
  static List<String> kept(JsonNode purge) {
    return StreamSupport.stream(purge.get("kept").spliterator(), false)
        .map(stays -> stays.get("what").asText() + ": " + stays.get("why").asText())
        .toList();
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
