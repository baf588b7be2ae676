package dev.freshet.bridge.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.stage.PartException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are written by DuckDB, an implementation that shares no code with the reader. */
class ParquetFactsTest {
  @TempDir Path directory;

  private static Contract contract(String type, String more) {
    return ContractReader.read(
        "test",
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: 00000000-0000-0000-0000-000000000001
        name: thing
        domain: test
        version: 1.0.0
        status: active
        team: {name: test-team}
        servers:
          - {server: topic, type: kafka, environment: dev, host: localhost, format: json}
        schema:
          - name: thing
            physicalType: topic
            physicalName: test.thing.v1
            properties:
              - {name: k, physicalType: VARCHAR, required: true, primaryKey: true, primaryKeyPosition: 1}
              - {name: v, physicalType: "%s"}
            customProperties:
              - {property: freshet.source, value: db.core.things}
              %s
        """
            .formatted(type, more));
  }

  private Path write(String query) throws Exception {
    Path file = directory.resolve("part.parquet");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
    }
    return file;
  }

  private static String row(String value) {
    return "SELECT 'U' AS __op, 'key' AS __key, 0 AS __lane, 1 AS __n, 'key' AS k, "
        + value
        + " AS v";
  }

  private static List<Fact> read(Path file, Contract contract, long rows, int lane, long from) {
    return new PartOnDisk(file, rows).facts(contract, Encodings.PLAIN, lane, from);
  }

  private String valueOf(String type, String sql) throws Exception {
    Fact fact = read(write(row(sql)), contract(type, ""), 1, 0, 0).get(0);
    byte[] value = fact.value();
    return value == null ? "tombstone" : new String(value, StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0} from {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NUMBER(9,0)       | 42::INTEGER                               | 42
          NUMBER(15,0)      | -7::BIGINT                                | -7
          NUMBER(15,0)      | 999999999999999::DECIMAL(38,0)            | 999999999999999
          NUMBER(15,0)      | -999999999999999::DECIMAL(38,0)           | -999999999999999
          NUMBER(16,0)      | 42::DECIMAL(16,0)                         | "42"
          NUMBER(38,0)      | 99999999999999999999999999999999999999::DECIMAL(38,0) | "99999999999999999999999999999999999999"
          NUMBER(38,0)      | -99999999999999999999999999999999999999::DECIMAL(38,0) | "-99999999999999999999999999999999999999"
          NUMBER(38,0)      | -9223372036854775808::DECIMAL(38,0)       | "-9223372036854775808"
          NUMBER(38,0)      | 9223372036854775808::DECIMAL(38,0)        | "9223372036854775808"
          NUMBER(12,2)      | 12.5::DECIMAL(12,2)                       | "12.50"
          NUMBER(12,2)      | 12::INTEGER                               | "12.00"
          NUMBER(12,2)      | -0.01::DECIMAL(38,2)                      | "-0.01"
          NUMBER(4,2)       | 1.5::DECIMAL(4,1)                         | "1.50"
          NUMBER(12,2)      | NULL::DECIMAL(12,2)                       | null
          VARCHAR           | concat('grüße "x" \\ ', chr(10))             | "grüße \\"x\\" \\\\ \\n"
          BOOLEAN           | true                                      | true
          FLOAT             | 0.1::DOUBLE                               | 0.1
          FLOAT             | 0.5::FLOAT                                | 0.5
          FLOAT             | 'NaN'::DOUBLE                             | "NaN"
          FLOAT             | '-Infinity'::DOUBLE                       | "-Infinity"
          DATE              | 20484::DECIMAL(38,0)                      | "2026-01-31"
          DATE              | -1::INTEGER                               | "1969-12-31"
          TIME(9)           | 49500123456789::DECIMAL(38,0)             | "13:45:00.123456789"
          TIMESTAMP_NTZ(9)  | 1769867100123456789::DECIMAL(38,0)        | "2026-01-31T13:45:00.123456789Z"
          TIMESTAMP_NTZ(3)  | -1::DECIMAL(38,0)                         | "1969-12-31T23:59:59.999999999Z"
          TIMESTAMP_LTZ(9)  | 253402300799999999999::DECIMAL(38,0)      | "9999-12-31T23:59:59.999999999Z"
          TIMESTAMP_TZ(9)   | '2026-01-31T13:45:00.123456789+02:00'     | "2026-01-31T13:45:00.123456789+02:00"
          BINARY            | 'DEADBEEF'                                | "DEADBEEF"
          VARIANT           | '{"a": [1, 2.50, null]}'                  | {"a": [1, 2.50, null]}
          ARRAY             | '[]'                                      | []
          VARIANT           | 'null'                                    | null
          """)
  void writesAValueAsTheFormatSays(String type, String sql, String json) throws Exception {
    assertThat(valueOf(type, sql)).isEqualTo("{\"k\":\"key\",\"v\":" + json + "}");
  }

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          NUMBER(4,2)  | 100.00::DECIMAL(9,2)   | does not fit NUMBER(4,2)
          NUMBER(4,2)  | 1.005::DECIMAL(9,3)    | does not fit NUMBER(4,2)
          NUMBER(4,2)  | 'text'                 | cannot hold the NUMBER(4,2)
          VARCHAR      | 5::INTEGER             | cannot hold the VARCHAR
          DATE         | DATE '2026-01-31'      | cannot hold the DATE
          VARIANT      | '{"a":'                | no JSON value
          VARIANT      | '1 2'                  | not one JSON value
          BOOLEAN      | [true]                 | column v is nested
          BOOLEAN      | true AS v, 1           | columns [v_1] are not in the contract
          DATE         | 9999999999::BIGINT     | outside the years
          """)
  void refusesWhatContradictsTheContract(String type, String sql, String words) {
    assertThatThrownBy(() -> valueOf(type, sql))
        .isInstanceOf(PartException.class)
        .hasMessageContaining("data/test.parquet")
        .hasMessageContaining(words);
  }

  @Test
  void aDeleteIsATombstoneOrAnObjectOfTheKey() throws Exception {
    Path file = write(row("NULL::VARCHAR").replace("'U'", "'D'"));
    assertThat(read(file, contract("VARCHAR", ""), 1, 0, 0).get(0).value()).isNull();
    Contract events = contract("VARCHAR", "- {property: freshet.deletes, value: event}");
    assertThat(read(file, events, 1, 0, 0).get(0).value())
        .isEqualTo("{\"k\":\"key\",\"v\":null}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void handsOutOneLanesRowsFromARowOnOverRowGroups() throws Exception {
    Path file = directory.resolve("groups.parquet");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          ("COPY (SELECT 'U' AS __op, i::VARCHAR AS __key, i %% 2 AS __lane, 1 AS __n,"
                  + " i::VARCHAR AS k, i::VARCHAR AS v FROM range(10000) t(i)) TO '%s' (FORMAT"
                  + " parquet, ROW_GROUP_SIZE 2048)")
              .formatted(file));
    }
    List<Fact> facts = read(file, contract("VARCHAR", ""), 10_000, 1, 5001);
    assertThat(facts).hasSize(2500);
    assertThat(facts.get(0).row()).isEqualTo(5001);
    assertThat(facts.get(2499).row()).isEqualTo(9999);
    assertThat(facts)
        .allSatisfy(
            f -> assertThat(new String(f.key(), StandardCharsets.UTF_8)).isEqualTo("" + f.row()));
  }

  @Test
  void refusesAnotherNumberOfRowsThanTheManifestNames() throws Exception {
    Path file = write(row("true"));
    assertThatThrownBy(() -> read(file, contract("BOOLEAN", ""), 2, 0, 0))
        .isInstanceOf(PartException.class)
        .hasMessageContaining("holds 1 rows, its manifest names 2");
  }

  @Test
  void refusesALaneThatDoesNotExist() throws Exception {
    Path file = write(row("true").replace("0 AS __lane", "5 AS __lane"));
    assertThatThrownBy(() -> read(file, contract("BOOLEAN", ""), 1, 0, 0))
        .isInstanceOf(PartException.class)
        .hasMessageContaining("lane 5");
  }

  @Test
  void saysThatATruncatedPartIsCorrupt() throws Exception {
    Path file = write(row("true"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> read(file, contract("BOOLEAN", ""), 1, 0, 0))
        .isInstanceOf(PartException.class)
        .hasMessageContaining("data/test.parquet");
  }
}
