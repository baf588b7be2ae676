package dev.freshet.cli.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.bridge.inspect.LaneStatus;
import dev.freshet.bridge.inspect.Lookout;
import dev.freshet.bridge.inspect.ReplayStatus;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.contract.Json;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet bridge status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows how far each lane and each replay is, from the stage and the ledgers.")
final class StatusCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private BridgeOptions options;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}", defaultValue = "TEXT")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public void run() {
    Listing lanes = lanes();
    Listing replays = replays();
    PrintWriter out = spec.commandLine().getOut();
    if (output == OutputFormat.JSON) {
      ObjectNode both = Json.STRICT.createObjectNode();
      both.set("lanes", lanes.json());
      both.set("replays", replays.json());
      out.println(both.toPrettyString());
    } else {
      out.println(lanes.print(output));
      out.println();
      out.println("replays:" + (replays.isEmpty() ? " none" : "\n" + replays.print(output)));
    }
  }

  private Listing lanes() {
    Listing lanes = new Listing();
    for (LaneStatus lane : options.looking(Lookout::lanes)) {
      lanes
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
    return lanes;
  }

  private Listing replays() {
    Listing replays = new Listing();
    for (ReplayStatus replay : options.looking(Lookout::replays)) {
      replays
          .row()
          .put("contract", replay.name().contract().toString())
          .put("replay", replay.name().id().text())
          .put("state", replay.state().name().toLowerCase(Locale.ROOT))
          .put("records", replay.records())
          .put("cause", replay.cause().orElse(""));
    }
    return replays;
  }
}
