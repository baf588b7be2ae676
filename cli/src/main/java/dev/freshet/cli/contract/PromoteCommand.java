package dev.freshet.cli.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract promote CONTRACT VERSION}. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description =
        "Puts a staged version in force, after the gate and a rehearsal. Waits for the rehearsal;"
            + " may be run again.")
final class PromoteCommand implements Callable<Integer> {
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;
  @Mixin private ProcedureOptions procedures;
  @Mixin private ContractParameter contract;

  @Parameters(index = "1", paramLabel = "VERSION", description = "For instance 1.1.0.")
  private String version = "";

  @Option(names = "--reason", description = "Why, for the audit.", defaultValue = "")
  private String reason = "";

  @Option(
      names = "--without-snapshot",
      description = "Let old and new meaning stand side by side until each row changes.")
  private boolean withoutSnapshot;

  @Option(
      names = "--timeout-seconds",
      defaultValue = "300",
      description = "How long to wait for the rehearsal (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(names = "--dry-run", description = "Say how the contract stands; change nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Version wanted = version();
    PromotionWait wait = new PromotionWait(EVERY, Duration.ofSeconds(timeout));
    return procedures.call(
        spec.commandLine().getOut(),
        p ->
            dryRun
                ? p.describe(contract.id())
                : wait.promote(p, contract.id(), wanted, options(), this::tell));
  }

  private ObjectNode options() {
    ObjectNode options = Json.STRICT.createObjectNode().put("without_snapshot", withoutSnapshot);
    if (!reason.isBlank()) {
      options.put("reason", reason);
    }
    return options;
  }

  private void tell(Answer answer) {
    spec.commandLine()
        .getErr()
        .println(
            "rehearsing "
                + answer.json().path("rehearsal").path("rows").asText()
                + " rows on "
                + answer.json().path("rehearsal").path("topic").asText()
                + " …");
  }

  private Version version() {
    try {
      return Version.parse(version);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()), e);
    }
  }
}
