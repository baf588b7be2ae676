package dev.freshet.sandbox.snowflake.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.account.Account;
import dev.freshet.sandbox.snowflake.account.Client;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** sql-reference/sql/copy-into-location, PARTITION BY. */
final class PartitionByTest {
  private static final String PARQUET =
      " FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY) HEADER = TRUE";

  @TempDir static Path directory;
  private static Account account;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    account = Account.in(directory);
    client = account.connect();
    client.execute("ALTER SESSION SET ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE");
    client.execute(
        "CREATE STORAGE INTEGRATION S3_INT TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3'"
            + " STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::1:role/r' ENABLED = TRUE"
            + " STORAGE_ALLOWED_LOCATIONS = ('s3://freshet/')");
    client.execute("CREATE STAGE ST URL = 's3://freshet/zone/' STORAGE_INTEGRATION = S3_INT");
    client.execute(
        "CREATE TABLE FACTS AS SELECT N.VALUE::NUMBER(38,0) AS \"__n\", MOD(N.VALUE::INT,"
            + " 3)::NUMBER(10,0) AS \"__lane\" FROM TABLE(FLATTEN(PARSE_JSON('"
            + LongStream.range(0, 60).boxed().toList()
            + "'))) N");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    account.close();
  }

  private static String copy(String path, String partition, String options) {
    return "COPY INTO @ST/"
        + path
        + " FROM (SELECT \"__n\", \"__lane\" FROM FACTS ORDER BY \"__n\") PARTITION BY ("
        + partition
        + ")"
        + PARQUET
        + " "
        + options;
  }

  @Test
  void writesAFolderForEachValueAndSaysSoFileByFile() throws SQLException {
    List<List<String>> files =
        client.rows(copy("data/1/", "'lane=' || TO_VARCHAR(\"__lane\")", "DETAILED_OUTPUT = TRUE"));
    String name = "data_" + client.value("SELECT LAST_QUERY_ID()") + "_0_";

    assertThat(files)
        .extracting(file -> file.get(0))
        .containsExactlyInAnyOrder(
            "1/lane=0/" + name + "0_0.snappy.parquet",
            "1/lane=0/" + name + "1_0.snappy.parquet",
            "1/lane=1/" + name + "0_0.snappy.parquet",
            "1/lane=1/" + name + "1_0.snappy.parquet",
            "1/lane=2/" + name + "0_0.snappy.parquet",
            "1/lane=2/" + name + "1_0.snappy.parquet");
    assertThat(files.stream().mapToLong(file -> Long.parseLong(file.get(2))).sum()).isEqualTo(60);
    assertThat(new TreeSet<>(client.column("LIST @ST/data/1/")))
        .isEqualTo(
            new TreeSet<>(
                files.stream().map(file -> "s3://freshet/zone/data/" + file.get(0)).toList()));
  }

  @Test
  void keepsAllColumnsInTheFilesAndLosesTheOrder() throws Exception {
    List<List<String>> files =
        client.rows(copy("order/", "'lane=' || TO_VARCHAR(\"__lane\")", "DETAILED_OUTPUT = TRUE"));
    Path file = directory.resolve("one.parquet");
    String key = "zone/" + files.get(0).get(0);
    account.objects().getObject(o -> o.bucket("freshet").key(key), file);
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        Client reader = new Client(duck)) {
      assertThat(reader.column("SELECT DISTINCT \"__lane\"::INT FROM '" + file + "'"))
          .containsExactly("0");
      List<String> numbers = reader.column("SELECT \"__n\"::INT FROM '" + file + "'");
      assertThat(numbers).hasSizeGreaterThan(4);
      assertThat(numbers.stream().map(Integer::valueOf).sorted().map(String::valueOf).toList())
          .isNotEqualTo(numbers);
    }
  }

  @Test
  void putsNullIntoAFolderOfItsOwn() throws SQLException {
    client.execute(copy("null/", "CASE WHEN \"__lane\" > 0 THEN 'some' END", ""));

    assertThat(client.column("LIST @ST/null/"))
        .anyMatch(name -> name.contains("/null/__NULL__/data_"))
        .anyMatch(name -> name.contains("/null/some/data_"));
  }

  @Test
  void writesNoFileForNoRows() throws SQLException {
    String none = copy("none/", "'x'", "").replace("ORDER BY", "WHERE \"__n\" < 0 ORDER BY");
    assertThat(client.value(none)).isEqualTo("0");
    assertThat(client.rows("LIST @ST/none/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'x'        | SINGLE = TRUE            | PARTITION BY is not allowed with SINGLE = TRUE
          'x'        | OVERWRITE = TRUE         | PARTITION BY is not allowed with OVERWRITE = TRUE
          'x'        | INCLUDE_QUERY_ID = FALSE | PARTITION BY is not allowed with INCLUDE_QUERY_ID = FALSE
          "__lane"   | INCLUDE_QUERY_ID = TRUE  | must evaluate to a string
          'a b'      | INCLUDE_QUERY_ID = TRUE  | not documented
          """,
      quoteCharacter = '`')
  void refusesWhatThePageForbids(String partition, String options, String message) {
    assertThatThrownBy(() -> client.execute(copy("no/", partition, options)))
        .hasMessageContaining(message);
  }
}
