package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.Freshet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The smoke test against the embedded account: the answers are those of the stand-in. */
@ExtendWith(SharedAccount.class)
class SmokeTest {
  private static final Pattern ENTRY =
      Pattern.compile("^(?:### (\\w+)\\. |- \\*\\*([SK]\\d+)\\. )", Pattern.MULTILINE);

  /** What the embedded Snowflake refuses, loudly: docs/sandbox*.md. */
  private static final List<String> NOT_IN_THE_SANDBOX = List.of("14", "16", "19", "21");

  @Test
  void eachEntryIsSettledOrSaysWhyNotAndTheStandInAnswersAsAssumed(ExportAccount account)
      throws Exception {
    List<String> lines = smoke(account);

    assertThat(ids(lines)).containsExactlyInAnyOrderElementsOf(entries());
    List<String> failed = lines.stream().filter(line -> line.contains(" fail ")).toList();
    assertThat(ids(failed))
        .as(String.join("\n", failed))
        .containsExactlyInAnyOrderElementsOf(NOT_IN_THE_SANDBOX);
    assertThat(account.rows("SHOW SCHEMAS LIKE 'FRESHET_SMOKE' IN DATABASE FRESHET")).isEmpty();
  }

  private static List<String> ids(List<String> lines) {
    return lines.stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  private static List<String> entries() throws Exception {
    String page = Files.readString(ExportAccount.HOME.resolve("docs/unverified.md"));
    return ENTRY.matcher(page).results().map(SmokeTest::id).toList();
  }

  private static String id(MatchResult entry) {
    return entry.group(1) == null ? entry.group(2) : entry.group(1);
  }

  private static List<String> smoke(ExportAccount account) {
    StringWriter out = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("smoke", "--set", "stage_url=s3://stage/prefix/"));
    arguments.addAll(
        List.of("--script", ExportAccount.HOME.resolve("sql/smoke/smoke.sql").toString()));
    arguments.addAll(account.options());
    int exit =
        Freshet.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    assertThat(exit).as(out.toString()).isIn(0, 1);
    return out.toString().lines().toList();
  }
}
