package dev.freshet.sandbox.snowflake.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Duck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** user-guide/data-unload-considerations: how columns are written. */
final class ParquetUnloadTest {

  private static final long LARGE = 16_777_216;
  private static EmbeddedSnowflake snowflake;
  private static Duck duck;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    snowflake = EmbeddedSnowflake.builder().start();
    duck = snowflake.engine().openSession("TEST", "SYSADMIN").duck();
  }

  @AfterAll
  static void stop() {
    snowflake.close();
  }

  @Test
  void keepsLogicalTypesAndMakesEveryColumnNullable() throws IOException {
    UnloadedFile file =
        unload(
                "SELECT 1::DECIMAL(38,0) AS n, 1.5::DECIMAL(12,2) AS d, 'x' AS v, TRUE AS b,"
                    + " DATE '2024-02-03' AS day, CAST(63871286400000000000 AS UHUGEINT) AS ts,"
                    + " '{}'::JSON AS j, sum(7) OVER () AS total")
            .get(0);
    assertThat(schema(file))
        .containsExactly(
            "n FIXED_LEN_BYTE_ARRAY DECIMAL 38 0 OPTIONAL",
            "d INT64 DECIMAL 12 2 OPTIONAL",
            "v BYTE_ARRAY UTF8 null null OPTIONAL",
            "b BOOLEAN null null null OPTIONAL",
            "day INT32 DATE null null OPTIONAL",
            "ts INT64 TIMESTAMP_MILLIS null null OPTIONAL",
            "j BYTE_ARRAY UTF8 null null OPTIONAL",
            "total FIXED_LEN_BYTE_ARRAY DECIMAL 38 0 OPTIONAL");
  }

  @Test
  void cutsTimestampsToMilliseconds() throws IOException {
    UnloadedFile file =
        unload(
                "SELECT * FROM (VALUES (CAST(63871286400999999999 AS UHUGEINT)),"
                    + " (CAST(62167219199999999999 AS UHUGEINT))) AS t(ts)")
            .get(0);
    assertThat(column("SELECT strftime(ts, '%Y %S.%g') FROM '" + file.file() + "'"))
        .containsExactly("2024 00.999", "1969 59.999");
  }

  @Test
  void refusesTimestampsWithATimeZone() {
    assertThatThrownBy(() -> unload("SELECT {'ltz': CAST(63871286400000000000 AS UHUGEINT)} AS \"at\""))
        .hasMessageContaining(
            "TIMESTAMP_TZ and LTZ types are not supported for unloading to Parquet")
        .hasMessageContaining("Column: at");
  }

  @Test
  void writesNoFileForNoRows() throws IOException {
    assertThat(unload("SELECT 1 AS n WHERE FALSE")).isEmpty();
  }

  @Test
  void cutsAtTheFileSizeAndKeepsTheOrder() throws IOException {
    String query = "SELECT r AS n, md5(r::VARCHAR) AS t FROM range(40000) s(r) ORDER BY r DESC";
    List<UnloadedFile> files =
        new ParquetUnload(duck, directory, new FileFormat.Parquet("SNAPPY"))
            .write(query, ParquetColumns.of(duck, query), 500_000);

    assertThat(files).hasSizeBetween(3, 8).allMatch(file -> file.bytes() <= 500_000);
    List<String> numbers = new ArrayList<>();
    for (UnloadedFile file : files) {
      numbers.addAll(column("SELECT n::BIGINT FROM '" + file.file() + "'"));
    }
    assertThat(numbers).hasSize(40_000).startsWith("39999", "39998").endsWith("1", "0");
  }

  private List<UnloadedFile> unload(String query) throws IOException {
    return new ParquetUnload(duck, directory, new FileFormat.Parquet("SNAPPY"))
        .write(query, ParquetColumns.of(duck, query), LARGE);
  }

  private static List<String> schema(UnloadedFile file) {
    return duck
        .rows(
            "SELECT name, type, converted_type, precision, scale, repetition_type FROM parquet_schema('"
                + file.file()
                + "') WHERE type IS NOT NULL")
        .stream()
        .map(row -> String.join(" ", java.util.Arrays.asList(row)))
        .toList();
  }

  private static List<String> column(String query) {
    return duck.rows(query).stream().map(row -> String.valueOf(row[0])).toList();
  }
}
