package dev.freshet.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  private static final Path SQL = Path.of("..", "sql");

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(directory.resolve("freshet-snowpark-procs.jar"), "a jar");
  }

  @Test
  void theProjectsScriptsAreCompleteWithDefaultsAndThreeChoices() {
    List<SqlStatement> statements =
        Deployment.of(
                List.of(SQL.resolve("account"), SQL.resolve("app")),
                jar,
                Map.of(
                    "stage_url", "s3://bucket/prefix/",
                    "storage_role_arn", "arn:aws:iam::1:role/r",
                    "storage_external_id", "id"))
            .statements();

    assertThat(statements.get(0).text()).isEqualTo("CREATE DATABASE IF NOT EXISTS FRESHET");
    assertThat(statements).noneMatch(s -> s.text().contains("${"));
  }

  @Test
  void theJarIsUploadedBeforeTheProceduresThatImportIt() {
    List<String> texts =
        Deployment.of(List.of(SQL.resolve("app")), jar, Map.of()).statements().stream()
            .map(SqlStatement::text)
            .toList();

    int put =
        first(texts, "PUT 'file://" + jar.toAbsolutePath() + "' @FRESHET.APP.CODE/procs/sha256_");
    int procedure = first(texts, "CREATE OR REPLACE PROCEDURE FRESHET.APP_V1.EXPORT_CHANGES");
    assertThat(put).isBetween(0, procedure - 1);
  }

  @Test
  void noScriptReplacesOrDropsWhatHoldsData() {
    assertThat(Deployment.of(List.of(SQL.resolve("app")), jar, Map.of()).statements())
        .noneMatch(
            s -> s.text().matches("(?is)(DROP|TRUNCATE|CREATE OR REPLACE (TABLE|STREAM|STAGE)).*"));
  }

  @Test
  void aMissingJarSaysHowToBuildIt() {
    Path nowhere = directory.resolve("other").resolve("freshet-snowpark-procs.jar");

    assertThatThrownBy(() -> Deployment.of(List.of(SQL.resolve("app")), nowhere, Map.of()))
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("mvnw");
  }

  private static int first(List<String> texts, String beginning) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).startsWith(beginning)) {
        return i;
      }
    }
    return -1;
  }
}
