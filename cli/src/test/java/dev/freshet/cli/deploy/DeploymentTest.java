package dev.freshet.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  @TempDir private Path folder;

  @Test
  void theJarIsUploadedBeforeTheFirstScriptThatUsesIt() throws IOException {
    List<SqlScript> scripts =
        List.of(
            SqlScript.parse("10.sql", "CREATE STAGE ${database}.APP.CODE"),
            SqlScript.parse("20.sql", "CREATE PROCEDURE P() IMPORTS = ('${procs_jar}')"),
            SqlScript.parse("30.sql", "SELECT '${procs_jar}'"));

    List<SqlScript> plan =
        new Deployment(scripts, Placeholders.with(Map.of()), ProcsJar.of(jar("one"))).plan();

    assertThat(plan)
        .extracting(SqlScript::name)
        .containsExactly("10.sql", "upload of procs.jar", "20.sql", "30.sql");
    assertThat(plan.get(1).statements().get(0).text())
        .startsWith("PUT 'file:///")
        .contains(" @FRESHET.APP.CODE/procs/")
        .endsWith("AUTO_COMPRESS = FALSE OVERWRITE = FALSE");
    assertThat(plan.get(2).statements().get(0).text())
        .matches(".*'@FRESHET\\.APP\\.CODE/procs/[0-9a-f]{16}/procs\\.jar'.*");
  }

  @Test
  void anotherJarHasAnotherPlaceSoThatARunningProcedureIsNeverChanged() throws IOException {
    assertThat(ProcsJar.of(jar("one")).hash()).isNotEqualTo(ProcsJar.of(jar("two")).hash());
  }

  @Test
  void aMissingJarIsNamed() {
    assertThatThrownBy(() -> ProcsJar.of(folder.resolve("none.jar")))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("none.jar");
  }

  @Test
  void anUnknownPlaceholderIsRefused() {
    assertThatThrownBy(() -> Placeholders.with(Map.of("databse", "X")))
        .hasMessageContaining("'databse' is no placeholder");
  }

  @Test
  void scriptsAreReadInTheOrderOfTheirNames() throws IOException {
    Files.writeString(folder.resolve("20-b.sql"), "SELECT 2;");
    Files.writeString(folder.resolve("10-a.sql"), "SELECT 1;");
    Files.writeString(folder.resolve("notes.txt"), "no script");

    assertThat(Scripts.in(folder))
        .extracting(s -> s.statements().get(0).text())
        .containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void anEmptyFolderIsNamed() {
    assertThatThrownBy(() -> Scripts.in(folder)).hasMessageContaining("no .sql files");
    assertThatThrownBy(() -> Scripts.in(folder.resolve("none"))).hasMessageContaining("none");
  }

  private Path jar(String content) throws IOException {
    return Files.writeString(folder.resolve("procs.jar"), content);
  }
}
