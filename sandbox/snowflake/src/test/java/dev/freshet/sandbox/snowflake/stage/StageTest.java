package dev.freshet.sandbox.snowflake.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.account.Account;
import dev.freshet.sandbox.snowflake.account.Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** sql-reference/sql/copy-into-location, list, put, user-guide/querying-stage. */
final class StageTest {

  private static final String PARQUET =
      " FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY) HEADER = TRUE";
  private static final String TEXT =
      " FILE_FORMAT = (TYPE = CSV COMPRESSION = NONE FIELD_DELIMITER = NONE ESCAPE = NONE"
          + " ESCAPE_UNENCLOSED_FIELD = NONE FIELD_OPTIONALLY_ENCLOSED_BY = NONE"
          + " EMPTY_FIELD_AS_NULL = FALSE NULL_IF = ()) SINGLE = TRUE OVERWRITE = TRUE";

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
    client.execute("CREATE STAGE IF NOT EXISTS ST URL = 's3://freshet/other/'");
    client.execute("CREATE STAGE CODE");
    client.execute(
        "CREATE FILE FORMAT LINES TYPE = CSV COMPRESSION = NONE FIELD_DELIMITER = NONE"
            + " ESCAPE_UNENCLOSED_FIELD = NONE");
    client.execute(
        "CREATE TABLE FACTS (\"id\" NUMBER(38,0), \"name\" VARCHAR, AMOUNT NUMBER(12,2))");
    client.execute("INSERT INTO FACTS VALUES (1, 'one', 1.50), (2, 'two', NULL), (3, 'three', 3)");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    account.close();
  }

  @Test
  void unloadsParquetUnderTheQueryIdAndListsIt() throws SQLException {
    List<List<String>> files =
        client.rows(
            "COPY INTO @ST/data/c/1/ FROM (SELECT \"id\", \"name\", AMOUNT FROM FACTS ORDER BY \"id\")"
                + PARQUET
                + " INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456");
    String queryId = client.value("SELECT LAST_QUERY_ID()");

    assertThat(files).hasSize(1);
    assertThat(files.get(0).get(0)).isEqualTo("1/data_" + queryId + "_0_0_0.snappy.parquet");
    assertThat(files.get(0).get(2)).isEqualTo("3");
    List<List<String>> listed = client.rows("LIST @DB.PUBLIC.ST/data/c/1/");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get(0)).isEqualTo("s3://freshet/zone/data/c/" + files.get(0).get(0));
    assertThat(listed.get(0).get(1)).isEqualTo(files.get(0).get(1));
    assertThat(listed.get(0).get(2)).matches("[0-9a-f]{32}");
  }

  @Test
  void keepsTheColumnNamesInTheFile() throws Exception {
    client.execute(
        "COPY INTO @ST/names/ FROM (SELECT \"id\", AMOUNT FROM FACTS)"
            + PARQUET
            + " SINGLE = TRUE");
    Path file = directory.resolve("names.parquet");
    account.objects().getObject(o -> o.bucket("freshet").key("zone/names/data"), file);
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        Client reader = new Client(duck)) {
      assertThat(
              reader.column(
                  "SELECT name FROM parquet_schema('" + file + "') WHERE type IS NOT NULL"))
          .containsExactly("id", "AMOUNT");
    }
  }

  @Test
  void answersWithSumsUnlessDetailsAreAsked() throws SQLException {
    List<List<String>> sums =
        client.rows("COPY INTO @ST/sums/ FROM (SELECT * FROM FACTS)" + PARQUET);
    assertThat(sums).hasSize(1);
    assertThat(sums.get(0)).hasSize(3).element(0).isEqualTo("3");
  }

  @Test
  void unloadsATableByName() throws SQLException {
    assertThat(client.value("COPY INTO @ST/by-name/ FROM FACTS" + PARQUET)).isEqualTo("3");
  }

  @Test
  void writesNoFileForNoRows() throws SQLException {
    assertThat(
            client.rows(
                "COPY INTO @ST/none/ FROM (SELECT * FROM FACTS WHERE \"id\" > 9)"
                    + PARQUET
                    + " DETAILED_OUTPUT = TRUE"))
        .isEmpty();
    assertThat(client.rows("LIST @ST/none/")).isEmpty();
  }

  @Test
  void splitsAtTheFileSize() throws SQLException {
    client.execute(
        "CREATE OR REPLACE TABLE MANY AS SELECT SEQ AS N, MD5(SEQ::VARCHAR) AS T FROM (SELECT"
            + " ROW_NUMBER() OVER (ORDER BY a.\"id\") AS SEQ FROM FACTS a, FACTS b, FACTS c, FACTS d,"
            + " FACTS e, FACTS f, FACTS g, FACTS h)");
    assertThat(
            client.rows(
                "COPY INTO @ST/many/ FROM (SELECT * FROM MANY ORDER BY N)"
                    + PARQUET
                    + " INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 100000"))
        .hasSizeBetween(3, 6);
  }

  @Test
  void writesTextExactlyAsItIsWithADelimiter() throws SQLException {
    client.execute(
        "COPY INTO @ST/manifests/c/1.json FROM (SELECT '{\"a\":\"x\\\\\"y, é\"}')" + TEXT);
    assertThat(object("zone/manifests/c/1.json")).isEqualTo("{\"a\":\"x\\\"y, é\"}\n");
    assertThat(client.column("SELECT $1 FROM @ST/manifests/c/1.json (FILE_FORMAT => 'LINES')"))
        .containsExactly("{\"a\":\"x\\\"y, é\"}");
  }

  @Test
  void replacesASingleFileOnlyWithOverwrite() throws SQLException {
    client.execute("COPY INTO @ST/heads/c.json FROM (SELECT 'first')" + TEXT);
    client.execute("COPY INTO @ST/heads/c.json FROM (SELECT 'second')" + TEXT);
    assertThat(object("zone/heads/c.json")).isEqualTo("second\n");
    assertThatThrownBy(
            () ->
                client.execute(
                    "COPY INTO @ST/heads/c.json FROM (SELECT 'third')"
                        + TEXT.replace("OVERWRITE = TRUE", "OVERWRITE = FALSE")))
        .hasMessageContaining("Files already existing at the unload destination");
  }

  @Test
  void leavesFilesBehindAfterARollback() throws SQLException {
    client.execute("BEGIN");
    client.execute("COPY INTO @ST/undone/ FROM (SELECT * FROM FACTS)" + PARQUET);
    assertThat(client.rows("LIST @ST/undone/")).hasSize(1);
    client.execute("ROLLBACK");
    assertThat(client.rows("LIST @ST/undone/")).hasSize(1);
  }

  @Test
  void doesNotWaitForAWriterAndSeesWhatItsOwnTransactionWrote() throws SQLException {
    String copy = "COPY INTO @ST/read/ FROM (SELECT * FROM WRITTEN)" + PARQUET;
    client.execute("CREATE TABLE WRITTEN (N NUMBER)");
    client.execute("BEGIN");
    client.execute("INSERT INTO WRITTEN VALUES (1)");
    try (Client other = account.connect()) {
      other.execute("ALTER SESSION SET ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE");
      assertThat(other.value(copy + " INCLUDE_QUERY_ID = TRUE")).isEqualTo("0");
    }
    assertThat(client.value(copy + " INCLUDE_QUERY_ID = TRUE")).isEqualTo("1");
    client.execute("ROLLBACK");
  }

  @Test
  void consumesAStreamOnlyWithTheTransaction() throws SQLException {
    client.execute("CREATE TABLE SRC (N NUMBER)");
    client.execute("CREATE STREAM SRC_STREAM ON TABLE SRC");
    client.execute("INSERT INTO SRC VALUES (1), (2)");
    String copy = "COPY INTO @ST/stream/ FROM (SELECT N FROM SRC_STREAM)" + PARQUET;

    client.execute("BEGIN");
    assertThat(client.value(copy + " INCLUDE_QUERY_ID = TRUE")).isEqualTo("2");
    client.execute("ROLLBACK");
    assertThat(client.value("SELECT COUNT(*) FROM SRC_STREAM")).isEqualTo("2");
    client.execute(copy + " INCLUDE_QUERY_ID = TRUE");
    assertThat(client.value("SELECT COUNT(*) FROM SRC_STREAM")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INCLUDE_QUERY_ID = TRUE SINGLE = TRUE    | INCLUDE_QUERY_ID = TRUE is not allowed with SINGLE
          INCLUDE_QUERY_ID = TRUE OVERWRITE = TRUE | INCLUDE_QUERY_ID = TRUE is not allowed with OVERWRITE
          MAX_FILE_SIZE = 6000000000               | MAX_FILE_SIZE
          COMPRESS_WELL = TRUE                     | expected one of the options
          SINGLE = TRUE SINGLE = TRUE              | duplicate option SINGLE
          VALIDATION_MODE = RETURN_ROWS            | VALIDATION_MODE
          """)
  void refusesOptionsThatAreUnknownOrExcludeEachOther(String options, String message) {
    assertThatThrownBy(
            () ->
                client.execute(
                    "COPY INTO @ST/no/ FROM (SELECT 'x' AS X)" + PARQUET + " " + options))
        .hasMessageContaining(message);
  }

  @Test
  void refusesTypesParquetDoesNotTake() {
    assertThatThrownBy(
            () ->
                client.execute(
                    "COPY INTO @ST/no/ FROM (SELECT CURRENT_TIMESTAMP() AS NOW)" + PARQUET))
        .hasMessageContaining("TZ and LTZ types are not supported for unloading to Parquet");
  }

  @Test
  void refusesToChooseNumberTypesByValues() throws SQLException {
    try (Client other = account.connect()) {
      assertThatThrownBy(() -> other.execute("COPY INTO @ST/no/ FROM (SELECT 1 AS N)" + PARQUET))
          .hasMessageContaining("ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION");
    }
  }

  @Test
  void putsAndGetsFilesOfInternalStages() throws Exception {
    Path file = Files.writeString(directory.resolve("some.txt"), "some");
    assertThat(client.rows("PUT file://" + file + " @CODE/p/q/ AUTO_COMPRESS = FALSE")).hasSize(1);
    assertThat(client.column("LIST @CODE/p/")).containsExactly("code/p/q/some.txt");
    Path target = Files.createDirectories(directory.resolve("got"));
    client.execute("GET @CODE/p/q/some.txt file://" + target);
    assertThat(target.resolve("some.txt")).hasContent("some");
    client.execute("REMOVE @CODE/p/");
    assertThat(client.rows("LIST @CODE/p/")).isEmpty();
  }

  @Test
  void refusesToPutIntoAnExternalStage() throws Exception {
    Path file = Files.writeString(directory.resolve("other.txt"), "other");
    assertThatThrownBy(() -> client.execute("PUT file://" + file + " @ST/x/"))
        .hasMessageContaining("not supported for external stages");
  }

  @Test
  void bytesThatAreNoTextFailUnlessTheFormatReplacesThem() throws SQLException {
    account
        .objects()
        .putObject(
            o -> o.bucket("freshet").key("zone/garbled/a.json"),
            RequestBody.fromBytes(new byte[] {'a', (byte) 0xff}));
    client.execute(
        "CREATE FILE FORMAT FOREIGN_LINES TYPE = CSV COMPRESSION = NONE FIELD_DELIMITER = NONE"
            + " ESCAPE_UNENCLOSED_FIELD = NONE REPLACE_INVALID_CHARACTERS = TRUE");

    assertThatThrownBy(() -> client.rows("SELECT $1 FROM @ST/garbled/ (FILE_FORMAT => 'LINES')"))
        .hasMessageContaining("Invalid UTF8 detected");
    assertThat(client.value("SELECT $1 FROM @ST/garbled/ (FILE_FORMAT => 'FOREIGN_LINES')"))
        .isEqualTo("a\ufffd");
  }

  @Test
  void usageOfAnExternalStageIsForWhatLiesBelowItAlone() throws SQLException {
    client.execute(
        "CREATE STAGE PART URL = 's3://freshet/zone/part/' STORAGE_INTEGRATION = S3_INT");
    client.execute("COPY INTO @ST/part/a FROM (SELECT 'a')" + TEXT);
    client.execute("CREATE ROLE REMOVES");
    client.execute("GRANT USAGE ON DATABASE DB TO ROLE REMOVES");
    client.execute("GRANT USAGE ON SCHEMA DB.PUBLIC TO ROLE REMOVES");
    client.execute("GRANT USAGE ON STAGE PART TO ROLE REMOVES");
    try (Client other = account.connect()) {
      other.execute("USE ROLE REMOVES");
      assertThatThrownBy(() -> other.rows("REMOVE @ST/part/"))
          .hasMessageContaining("does not exist or not authorized");
      assertThat(other.rows("REMOVE @PART/a")).hasSize(1);
      assertThat(other.rows("REMOVE @PART/a")).isEmpty();
    }
  }

  @Test
  void saysWhichStageIsMissing() {
    assertThatThrownBy(() -> client.rows("LIST @NOWHERE/x/"))
        .hasMessageContaining("Stage 'DB.PUBLIC.NOWHERE' does not exist or not authorized");
  }

  private static String object(String key) {
    return account.objects().getObjectAsBytes(o -> o.bucket("freshet").key(key)).asUtf8String();
  }
}
