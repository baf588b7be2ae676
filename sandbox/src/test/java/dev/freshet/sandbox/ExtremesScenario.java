package dev.freshet.sandbox;

import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.check.CheckedContract;
import dev.freshet.sandbox.demo.Proposal;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One table of extreme values, under a contract for each format. */
final class ExtremesScenario implements Scenario {
  private static final String TABLE = "TYPES.CORE.EXTREMES";
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: extremes_%1$s
      domain: types
      name: extremes_%1$s
      version: 1.0.0
      status: active
      team:
        name: sandbox
      servers:
        - server: kafka
          type: kafka
          host: localhost:9092
          format: %1$s
      schema:
        - name: extremes_%1$s
          physicalType: topic
          physicalName: types.extremes_%1$s.v1
          customProperties:
            - property: freshet.source
              value: %2$s
            - property: freshet.registryMode
              value: register
          properties:
            - name: id
              physicalName: id
              physicalType: NUMBER(9,0)
              required: true
              primaryKey: true
              primaryKeyPosition: 1
      %3$s
      """;

  private final Extremes extremes;
  private final List<String> formats;

  ExtremesScenario(Extremes extremes, List<String> formats) {
    this.extremes = extremes;
    this.formats = List.copyOf(formats);
  }

  @Override
  public String name() {
    return "extreme values";
  }

  @Override
  public List<ContractText> contracts() {
    return formats.stream()
        .map(
            format ->
                new ContractText(
                    format + ".odcs.yaml",
                    CONTRACT.formatted(format, TABLE, extremes.properties())))
        .toList();
  }

  @Override
  public void create(Connection connection, EmbeddedSnowflake snowflake) throws SQLException {
    execute(
        connection,
        List.of("CREATE DATABASE TYPES", "CREATE SCHEMA TYPES.CORE", extremes.createTable(TABLE)));
  }

  @Override
  public List<Proposal> proposals() {
    return List.of();
  }

  @Override
  public void load(Connection connection) throws SQLException {
    execute(connection, extremes.inserts(TABLE));
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public int rounds() {
    return 0;
  }

  @Override
  public void change(Connection connection, int round) {
    throw new IllegalStateException("has no rounds");
  }

  @Override
  public List<CheckedContract> checked() {
    return contracts().stream()
        .map(text -> CheckedContract.state(ContractReader.read(text.name(), text.text())))
        .toList();
  }

  @Override
  public List<String> commands() {
    return List.of();
  }
}
