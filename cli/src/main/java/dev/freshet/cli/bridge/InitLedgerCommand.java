package dev.freshet.cli.bridge;

import dev.freshet.bridge.ledger.Founding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet bridge init-ledger}. */
@Command(
    name = "init-ledger",
    mixinStandardHelpOptions = true,
    description =
        "Makes the topics of the two ledgers (live path, replays) ledgers, once; again it completes"
            + " the same ones.")
final class InitLedgerCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private BridgeOptions options;

  @Option(names = "--dry-run", description = "Only say what would be written.")
  private boolean dryRun;

  @Override
  public void run() {
    options.looking(l -> l.found(dryRun)).forEach(this::tell);
  }

  private void tell(String topic, Founding.Outcome outcome) {
    String done = dryRun ? "would be written to" : "written to";
    String what =
        outcome.written().isEmpty()
            ? "was complete before"
            : "genesis " + done + " partitions " + outcome.written();
    // A dry run of a new ledger makes an id up that is not kept.
    String id =
        dryRun && outcome.written().size() == outcome.genesis().partitions()
            ? "(new)"
            : outcome.genesis().ledgerId();
    spec.commandLine().getOut().printf("ledger %s on %s: %s%n", id, topic, what);
  }
}
