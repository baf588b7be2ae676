package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.cli.Freshet;
import dev.freshet.cli.command.Exit;
import dev.freshet.contract.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that call procedures about contracts: what they print, and how they exit. */
@ExtendWith(SharedAccount.class)
class LifecycleCommandsTest {
  @TempDir private Path directory;

  /** What a command came to. */
  private record Run(int exit, String out, String err) {}

  @Test
  void aVersionIsStagedRehearsedPutInForceAndEnded(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    String id = fact.id().toString();

    Run staged = run(account, "register", file(fact.contractText()));
    Run waiting = run(account, "promote", id, "1.0.0", "--timeout-seconds", "0");
    new RehearsingBridge(account.stage()).answer(fact.id());
    Run active = run(account, "promote", id, "1.0.0", "--reason", "first", "--output", "json");
    Run described = run(account, "describe", id, "--output", "json");
    Run asked = run(account, "retire", id, "--reason", "moved", "--dry-run");
    Run retired = run(account, "retire", id, "--reason", "moved", "--output", "json");

    assertThat(staged.exit()).as(staged.err()).isEqualTo(Exit.OK);
    assertThat(staged.out()).contains("state: staged", "contract: " + id);
    assertThat(waiting.exit()).isEqualTo(Exit.FAILED);
    assertThat(waiting.err()).contains("no receipt of the rehearsal", id + ".staging");
    assertThat(active.exit()).as(active.err()).isEqualTo(Exit.OK);
    assertThat(json(active).path("state").asText()).isEqualTo("active");
    assertThat(described.exit()).isEqualTo(Exit.OK);
    assertThat(json(described).path("owner").asText()).contains("the testers");
    assertThat(asked.exit()).isEqualTo(Exit.OK);
    assertThat(asked.out()).as("a dry run changes nothing").contains("active");
    assertThat(retired.exit()).as(retired.err()).isEqualTo(Exit.OK);
    assertThat(json(retired).path("state").asText()).isEqualTo("retired");
  }

  @Test
  void aRefusalExitsWithOneAndSaysWhyAndWhomToCall(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    String file = file(fact.contractText().replace("- name: a\n", "- name: missing\n"));

    Run text = run(account, "register", file);
    Run json = run(account, "register", file, "--dry-run", "--output", "json");

    assertThat(text.exit()).isEqualTo(Exit.FAILED);
    assertThat(text.out()).contains("refuses, column-missing, field missing", "the testers");
    assertThat(json.exit()).isEqualTo(Exit.FAILED);
    assertThat(json(json).path("verdict").asText()).isEqualTo("refused");
    assertThat(json(json).path("who_is_paged").asText()).contains("the testers");
  }

  @Test
  void aDryRegistrationStagesNothing(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();

    Run dry = run(account, "register", file(fact.contractText()), "--dry-run");
    Run described = run(account, "describe", fact.id().toString());

    assertThat(dry.exit()).as(dry.err()).isEqualTo(Exit.OK);
    assertThat(dry.out()).contains("verdict: accepted");
    assertThat(described.exit()).isEqualTo(Exit.FAILED);
    assertThat(described.err()).contains(fact.id().toString(), "registered");
  }

  @Test
  void thereIsNothingToRollBackToAfterTheFirstVersion(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();

    Run run = run(account, "rollback", fact.id().toString(), "--reason", "regret");

    assertThat(run.exit()).isEqualTo(Exit.FAILED);
    assertThat(run.out() + run.err()).contains(fact.id().toString());
    assertThat(fact.head("CONTRACT_VERSION")).isEqualTo("1.0.0");
  }

  @Test
  void whatIsNoCommandLineExitsWithTwo(ExportAccount account) {
    assertThat(run(account, "promote", "shop.any.v1").exit()).isEqualTo(Exit.USAGE);
    assertThat(run(account, "promote", "shop.any.v1", "one").exit()).isEqualTo(Exit.USAGE);
    assertThat(run(account, "describe", "no id").exit()).isEqualTo(Exit.USAGE);
    assertThat(run(account, "retire", "shop.any.v1").err()).contains("--reason");
    Run nowhere = run(account, "register", directory.resolve("nowhere.yaml").toString());
    assertThat(nowhere.exit()).isEqualTo(Exit.USAGE);
    assertThat(nowhere.err()).contains("nowhere.yaml");
  }

  private String file(String text) throws Exception {
    return Files.writeString(directory.resolve("contract.odcs.yaml"), text).toString();
  }

  private static JsonNode json(Run run) throws Exception {
    return Json.STRICT.readTree(run.out());
  }

  private static Run run(ExportAccount account, String... args) {
    List<String> all = new ArrayList<>(List.of("contract"));
    all.addAll(List.of(args));
    all.addAll(account.options());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Freshet.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }
}
