package dev.freshet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.sql.AccountDefault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FreshetTest {
  private static final String SOUND =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: x
      name: score_changed
      domain: risk
      version: 1.0.0
      status: active
      team: {name: risk-data}
      schema:
        - name: score_changed
          physicalType: topic
          physicalName: risk.score_changed.v1
          properties:
            - {name: account, physicalType: VARCHAR(20), required: true, primaryKey: true}
            - {name: score, physicalType: 'NUMBER(5,2)'}
          customProperties:
            - {property: freshet.source, value: RISK.CORE.SCORES}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aSoundContractPasses() throws IOException {
    assertThat(run("contract", "check", file(SOUND))).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("sound, risk.score_changed.v1 1.0.0");
  }

  @Test
  void aContractWithoutOwnerFailsTheCheck() throws IOException {
    String file = file(SOUND.replace("team: {name: risk-data}", "team: {}"));

    assertThat(run("contract", "check", file)).isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(out.toString()).contains("team.name: is missing");
  }

  @Test
  void theCheckSpeaksJson() throws IOException {
    run("contract", "check", "--output", "json", file(SOUND.replace("VARCHAR(20)", "MONEY")));

    assertThat(out.toString()).contains("\"sound\":false").contains("physicalType");
  }

  @Test
  void aFileThatCannotBeReadIsAUsageError() {
    assertThat(run("contract", "check", "none.yaml")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("Cannot read none.yaml");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(run("deploy", "--nope")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("--nope");
  }

  @Test
  void withoutAnAccountTheErrorSaysHowToNameOne() {
    assertThat(run("sql", "SELECT 1")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("--url").contains("FRESHET_SNOWFLAKE_URL");
  }

  @Test
  void deployDryRunPrintsTheStatements() throws IOException {
    Files.createDirectories(folder.resolve("sql/app"));
    Files.writeString(folder.resolve("sql/app/10.sql"), "CREATE SCHEMA ${database}.APP;");
    Files.createDirectories(folder.resolve("snowpark-procs/target"));
    Files.writeString(folder.resolve("snowpark-procs/target/freshet-snowpark-procs.jar"), "x");

    assertThat(run("deploy", "--dry-run", "--set", "database=F2")).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("CREATE SCHEMA F2.APP;");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("contract.yaml"), text).toString();
  }

  private int run(String... args) {
    CommandLine line = Freshet.line(folder, AccountDefault.NONE);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }
}
