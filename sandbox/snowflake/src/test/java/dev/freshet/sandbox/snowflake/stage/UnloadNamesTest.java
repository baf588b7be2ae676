package dev.freshet.sandbox.snowflake.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import org.junit.jupiter.api.Test;

/** sql-reference/sql/copy-into-location: file names and forbidden combinations. */
final class UnloadNamesTest {

  private static final UnloadOptions PLAIN = options(false, false, false);
  private static final UnloadOptions WITH_QUERY_ID = options(false, false, true);
  private static final UnloadOptions SINGLE = options(true, true, false);

  @Test
  void putsTheQueryIdIntoTheName() {
    UnloadNames names = new UnloadNames("data/c/1/", WITH_QUERY_ID, "q1", ".snappy.parquet");
    assertThat(names.file(2)).isEqualTo("data/c/1/data_q1_0_2_0.snappy.parquet");
    assertThat(names.reported(names.file(2))).isEqualTo("1/data_q1_0_2_0.snappy.parquet");
  }

  @Test
  void takesAPathWithoutASlashForAFolderIfTheQueryIdIsIncluded() {
    UnloadNames names = new UnloadNames("data/c", WITH_QUERY_ID, "q1", ".parquet");
    assertThat(names.file(0)).isEqualTo("data/c/data_q1_0_0_0.parquet");
    assertThat(names.reported(names.file(0))).isEqualTo("c/data_q1_0_0_0.parquet");
  }

  @Test
  void takesAPathWithoutASlashForTheBeginningOfTheNameOtherwise() {
    assertThat(new UnloadNames("data/c", PLAIN, "q1", ".parquet").file(0))
        .isEqualTo("data/c_0_0_0.parquet");
    assertThat(new UnloadNames("", PLAIN, "q1", ".parquet").file(0))
        .isEqualTo("data_0_0_0.parquet");
  }

  @Test
  void usesThePathItselfForASingleFile() {
    UnloadNames names = new UnloadNames("manifests/c/1.json", SINGLE, "q1", "");
    assertThat(names.file(0)).isEqualTo("manifests/c/1.json");
    assertThat(names.reported(names.file(0))).isEqualTo("c/1.json");
    assertThat(new UnloadNames("manifests/", SINGLE, "q1", "").file(0)).isEqualTo("manifests/data");
  }

  @Test
  void refusesTheQueryIdWithSingleOrOverwrite() {
    assertThatThrownBy(() -> options(true, false, true))
        .isInstanceOf(SnowflakeException.class)
        .hasMessageContaining("INCLUDE_QUERY_ID = TRUE is not allowed with SINGLE = TRUE");
    assertThatThrownBy(() -> options(false, true, true))
        .hasMessageContaining("INCLUDE_QUERY_ID = TRUE is not allowed with OVERWRITE = TRUE");
  }

  @Test
  void refusesAFileSizeOutsideTheRange() {
    assertThatThrownBy(() -> new UnloadOptions(false, false, 5_368_709_121L, false, false, true))
        .hasMessageContaining("MAX_FILE_SIZE");
  }

  private static UnloadOptions options(boolean single, boolean overwrite, boolean queryId) {
    return new UnloadOptions(overwrite, single, 16_777_216, queryId, true, true);
  }
}
