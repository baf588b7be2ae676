package dev.freshet.cli.bridge;

import dev.freshet.bridge.inspect.ManifestStatus;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.Manifest;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet bridge manifests CONTRACT}. */
@Command(
    name = "manifests",
    mixinStandardHelpOptions = true,
    description = "Lists a contract's last manifests and whether they are published.")
final class ManifestsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private BridgeOptions options;

  @Parameters(paramLabel = "CONTRACT", description = "For instance shop.order_placed.v1.")
  private String contract = "";

  @Option(names = "--last", paramLabel = "N", defaultValue = "20", description = "How many.")
  private int last;

  @Option(names = "--output", description = "${COMPLETION-CANDIDATES}", defaultValue = "TEXT")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public void run() {
    ContractId id = id();
    Listing listing = new Listing();
    for (ManifestStatus status : options.looking(l -> l.manifests(id, last))) {
      Manifest manifest = status.sealed().manifest();
      listing
          .row()
          .put("sequence", manifest.sequence())
          .put("kind", manifest.kind().name().toLowerCase(Locale.ROOT))
          .put("created_at", manifest.createdAt().toString())
          .put("upserts", manifest.rows().upserts())
          .put("deletes", manifest.rows().deletes())
          .put("rejected", manifest.rows().rejected())
          .put("parts", manifest.parts().size())
          .put("lanes", manifest.lanes())
          .put("receipts", status.receipts())
          .put("digest", status.sealed().digest());
    }
    spec.commandLine().getOut().println(listing.print(output));
  }

  private ContractId id() {
    try {
      return ContractId.parse(contract);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()), e);
    }
  }
}
