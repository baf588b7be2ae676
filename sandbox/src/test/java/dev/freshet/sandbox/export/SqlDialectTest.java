package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.deploy.Deployment;
import dev.freshet.cli.deploy.SqlStatement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All SQL that goes to Snowflake is in its dialect, as somebody else wrote it down. */
@ExtendWith(SharedAccount.class)
class SqlDialectTest {
  private static final String SKIPPED =
      "SKIPPED: no sqlfluff, so nobody but the sandbox has parsed the SQL. Install it (pip install"
          + " sqlfluff==4.*) on the PATH, or name it with -Dfreshet.sqlfluff=…";

  /** Documented (sql-reference/sql/create-storage-integration), and not known to sqlfluff 4.5. */
  private static final String UNKNOWN_CLAUSE = "(?m)^ *STORAGE_AWS_EXTERNAL_ID = .*\\R";

  @Test
  void whatIsDeployedIsInTheDialect(@TempDir Path directory) throws Exception {
    Sqlfluff sqlfluff = required();
    Path sql = ExportAccount.HOME.resolve("sql");
    List<String> statements =
        Deployment.of(
                List.of(sql.resolve("account"), sql.resolve("app")),
                ExportAccount.HOME.resolve("snowpark-procs/target/freshet-snowpark-procs.jar"),
                Map.of(
                    "stage_url", "s3://bucket/prefix/",
                    "storage_role_arn", "arn:aws:iam::1:role/r",
                    "storage_external_id", "id"))
            .statements()
            .stream()
            .map(SqlStatement::text)
            .map(text -> text.replaceAll(UNKNOWN_CLAUSE, ""))
            .toList();

    assertThat(sqlfluff.unparsable(directory, statements)).isEmpty();
  }

  @Test
  void goldenStatementsAreInTheDialect(@TempDir Path directory) throws Exception {
    Sqlfluff sqlfluff = required();
    List<String> statements = new ArrayList<>();
    Path golden = ExportAccount.HOME.resolve("snowpark-procs/src/test/resources/golden");
    try (Stream<Path> files = Files.list(golden)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        statements.addAll(Arrays.asList(Files.readString(file).strip().split(";\\n\\n|;$")));
      }
    }

    assertThat(sqlfluff.unparsable(directory, statements)).isEmpty();
  }

  @Test
  void whatProceduresSendIsInTheDialect(ExportAccount account, @TempDir Path directory)
      throws Exception {
    Sqlfluff sqlfluff = required();
    Recording recording = new Recording();
    account.observe(recording);
    Journey.through(account);

    assertThat(recording.statements()).hasSizeGreaterThan(50);
    assertThat(sqlfluff.unparsable(directory, recording.statements())).isEmpty();
  }

  private static Sqlfluff required() {
    if (Sqlfluff.installed().isEmpty()) {
      System.err.println(SKIPPED);
    }
    Assumptions.assumeTrue(Sqlfluff.installed().isPresent(), SKIPPED);
    return Sqlfluff.installed().orElseThrow();
  }
}
