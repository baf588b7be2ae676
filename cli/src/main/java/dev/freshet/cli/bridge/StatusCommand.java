package dev.freshet.cli.bridge;

import dev.freshet.bridge.inspect.LaneStatus;
import dev.freshet.bridge.inspect.Lookout;
import dev.freshet.cli.OutputFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet bridge status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows how far each lane is, from the stage and the ledger.")
final class StatusCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private BridgeOptions options;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}", defaultValue = "TEXT")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public void run() {
    Listing listing = new Listing();
    for (LaneStatus lane : options.looking(Lookout::lanes)) {
      listing
          .row()
          .put("contract", lane.lane().contract().toString())
          .put("lane", lane.lane().number())
          .put("announced", lane.announced())
          .put("published", lane.published())
          .put("behind", lane.behind())
          .put("in_hand", lane.inHand())
          .put("records", lane.records())
          .put("due_receipts", lane.dueReceipts());
    }
    spec.commandLine().getOut().println(listing.print(output));
  }
}
