package dev.freshet.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  private static final Path SQL = Path.of("..", "sql");
  private static final Map<String, String> VALUES =
      Map.of(
          "stage_url", "s3://bucket/prefix/",
          "storage_role_arn", "arn:aws:iam::1:role/r",
          "storage_external_id", "id");

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(directory.resolve("freshet-snowpark-procs.jar"), "a jar");
  }

  @Test
  void theProjectsScriptsAreCompleteWithDefaultsAndThreeChoices() {
    List<SqlStatement> statements = whole().statements();

    assertThat(statements.get(0).text()).isEqualTo("CREATE DATABASE IF NOT EXISTS FRESHET");
    assertThat(statements).noneMatch(s -> s.text().contains("${"));
  }

  @Test
  void aDryRunPrintsEachStatementInOrderAndNoSecret() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "do not tell");
    List<String> arguments =
        new ArrayList<>(List.of("deploy", "--account", "--dry-run", "--sql", SQL.toString()));
    arguments.addAll(List.of("--procedures", jar.toString(), "--url", "jdbc:snowflake://x/"));
    arguments.addAll(List.of("--user", "U", "--password-file", secret.toString()));
    VALUES.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));

    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).doesNotContain("do not tell", secret.toString());
    assertThat(texts(SqlScript.read("printed", run.out(), new Placeholders(Map.of()))))
        .isEqualTo(texts(whole().statements()));
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

  private Deployment whole() {
    return Deployment.of(List.of(SQL.resolve("account"), SQL.resolve("app")), jar, VALUES);
  }

  private static List<String> texts(List<SqlStatement> statements) {
    return statements.stream().map(SqlStatement::text).toList();
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
