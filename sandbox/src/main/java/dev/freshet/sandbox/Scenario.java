package dev.freshet.sandbox;

import dev.freshet.sandbox.check.CheckedContract;
import dev.freshet.sandbox.demo.Proposal;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is published in a run: some tables, their contracts, and how the tables change. */
interface Scenario {

  /** A contract file. */
  record ContractText(String name, String text) {}

  List<ContractText> contracts() throws IOException;

  /** What the tables are about, for people. */
  String name();

  /**
   * Makes the tables, empty, and what they will be loaded from.
   *
   * @param snowflake for rows in bulk
   */
  void create(Connection connection, EmbeddedSnowflake snowflake) throws SQLException;

  /** Changes of a contract that the gate is asked about; none is made. */
  List<Proposal> proposals() throws IOException;

  /** Fills the tables; the contracts are registered by now, so the rows arrive as changes. */
  void load(Connection connection) throws SQLException;

  /** How many rounds of changes a run has that ends by itself. */
  int rounds();

  /** Changes the tables, the same for the same number. */
  void change(Connection connection, int round) throws SQLException;

  /** The contracts with what each is checked against. */
  List<CheckedContract> checked() throws IOException;

  /** Commands worth pasting while the sandbox runs, each with a word on what it shows. */
  List<String> commands();
}
