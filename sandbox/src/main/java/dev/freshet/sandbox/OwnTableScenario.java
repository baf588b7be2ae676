package dev.freshet.sandbox;

import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.check.CheckedContract;
import dev.freshet.sandbox.demo.Proposal;
import dev.freshet.sandbox.load.CsvTable;
import dev.freshet.sandbox.load.OwnContract;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A table of the newcomer's own, from a CSV file. It is loaded once and not changed. */
final class OwnTableScenario implements Scenario {
  private static final int BATCH = 5_000;

  private final CsvTable table;

  OwnTableScenario(CsvTable table) {
    this.table = table;
  }

  @Override
  public List<ContractText> contracts() {
    return List.of(new ContractText(table.name() + ".odcs.yaml", OwnContract.yaml(table)));
  }

  @Override
  public String name() {
    return "your file, with " + table.rows().size() + " rows";
  }

  @Override
  public void create(Connection connection, EmbeddedSnowflake snowflake) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE IF NOT EXISTS " + OwnContract.DATABASE);
      statement.execute(
          "CREATE SCHEMA IF NOT EXISTS " + OwnContract.DATABASE + "." + OwnContract.SCHEMA);
      statement.execute(OwnContract.createTable(table));
    }
  }

  @Override
  public List<Proposal> proposals() {
    return List.of();
  }

  @Override
  public void load(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OwnContract.insert(table))) {
      int waiting = 0;
      for (List<String> row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          insert.setString(i + 1, row.get(i).isEmpty() ? null : row.get(i));
        }
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    }
  }

  @Override
  public int rounds() {
    return 0;
  }

  @Override
  public void change(Connection connection, int round) {
    // the file says all there is
  }

  @Override
  public List<CheckedContract> checked() {
    return contracts().stream()
        .map(text -> CheckedContract.state(ContractReader.read(text.name(), text.text())))
        .toList();
  }

  @Override
  public List<String> commands() {
    return List.of(
        "See the records:",
        "  ./freshet consume own." + table.name() + ".v1 --max 10",
        "Change your table, and follow the topic:",
        "  ./freshet sql \"SELECT * FROM "
            + OwnContract.table(table).replace("\"", "")
            + " LIMIT 5\"",
        "  ./freshet consume own." + table.name() + ".v1 --follow");
  }
}
