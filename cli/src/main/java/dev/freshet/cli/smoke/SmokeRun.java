package dev.freshet.cli.smoke;

import dev.freshet.cli.smoke.SmokeResult.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the entries, one after the other. An entry that fails does not keep others from running. */
final class SmokeRun {
  private final List<Connection> sessions;
  private final Map<String, String> remembered = new HashMap<>();

  /**
   * @param sessions two, in use by nobody else
   */
  SmokeRun(List<Connection> sessions) {
    this.sessions = List.copyOf(sessions);
  }

  /**
   * Runs them; what prepares and clears away is told only if it fails.
   *
   * @param progress is told each result
   */
  List<SmokeResult> run(List<SmokeEntry> entries, Consumer<SmokeResult> progress) {
    List<SmokeResult> results = new ArrayList<>();
    for (SmokeEntry entry : entries) {
      SmokeResult result = run(entry);
      if (!entry.isFrame() || result.outcome() == Outcome.FAIL) {
        results.add(result);
        progress.accept(result);
      }
      if (entry.id().equals("before") && result.outcome() == Outcome.FAIL) {
        break; // what is there already may be somebody's
      }
    }
    return results;
  }

  private SmokeResult run(SmokeEntry entry) {
    if (entry.notProvable().isPresent()) {
      return new SmokeResult(entry.id(), Outcome.NOT_PROVABLE, entry.notProvable().get());
    }
    List<String> told = new ArrayList<>();
    for (SmokeEntry.Step step : entry.steps()) {
      String problem = problem(step, told);
      if (!problem.isEmpty()) {
        rollBack();
        return new SmokeResult(entry.id(), Outcome.FAIL, problem);
      }
    }
    return new SmokeResult(entry.id(), Outcome.PASS, String.join("; ", told));
  }

  /** What is wrong with a step's answer; empty if nothing is. */
  private String problem(SmokeEntry.Step step, List<String> told) {
    String sql = filled(step.sql());
    try (Statement statement = sessions.get(step.session() - 1).createStatement()) {
      boolean hasRows = statement.execute(sql);
      List<List<String>> rows = hasRows ? rows(statement) : List.of();
      return judged(step.expectation(), rows, told, sql);
    } catch (SQLException e) {
      boolean expected =
          step.expectation() instanceof Expectation.Refused refused
              && refused.code() == e.getErrorCode();
      return expected
          ? ""
          : "refused: " + oneLine(String.valueOf(e.getMessage())) + ": " + head(sql);
    }
  }

  private String judged(
      Expectation expectation, List<List<String>> rows, List<String> told, String sql) {
    List<String> first = rows.isEmpty() ? List.of() : rows.get(0);
    String shown = String.join(" | ", first);
    if (expectation instanceof Expectation.FirstRow row && !row.matches(first)) {
      return "found "
          + shown
          + " in place of "
          + String.join(" or ", row.anyOf())
          + ": "
          + head(sql);
    }
    if (expectation instanceof Expectation.RowCount count && count.rows() != rows.size()) {
      return "found " + rows.size() + " rows in place of " + count.rows() + ": " + head(sql);
    }
    if (expectation instanceof Expectation.Refused refused) {
      return "was not refused with " + refused.code() + ": " + head(sql);
    }
    if (expectation instanceof Expectation.Told) {
      told.add(shown.isEmpty() ? "no answer" : shown);
    }
    if (expectation instanceof Expectation.Let let && !first.isEmpty()) {
      remembered.put(let.name(), first.get(0));
    }
    return "";
  }

  private String filled(String sql) {
    String filled = sql;
    for (Map.Entry<String, String> value : remembered.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** So that an entry that failed in a transaction leaves none. */
  private void rollBack() {
    for (Connection session : sessions) {
      try (Statement statement = session.createStatement()) {
        statement.execute("ROLLBACK");
      } catch (SQLException e) {
        throw new IllegalStateException("A session of the smoke test ended: " + e.getMessage(), e);
      }
    }
  }

  private static List<List<String>> rows(Statement statement) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String head(String sql) {
    String line = oneLine(sql);
    return line.length() > 100 ? line.substring(0, 100) + " …" : line;
  }
}
