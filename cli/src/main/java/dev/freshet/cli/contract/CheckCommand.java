package dev.freshet.cli.contract;

import dev.freshet.cli.contract.earlier.Against;
import dev.freshet.cli.contract.report.CheckedFile;
import dev.freshet.cli.contract.report.Gate;
import dev.freshet.cli.contract.report.ReportFormat;
import dev.freshet.cli.contract.report.Standing;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract check FILE…}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks contract files: whether each is sound, and whether its version suffices for what",
      "changed since earlier versions. Needs no network unless account: is asked for."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every file is a sound contract, and its version suffices",
      "1:a file is not sound, or its version does not suffice",
      "2:a file or an earlier version could not be read, or the command line is wrong"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AgainstOptions against;

  @Option(
      names = "--output",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}), in any case.")
  private ReportFormat output;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "ODCS files, one fact each.")
  private List<Path> files;

  @Override
  public Integer call() {
    Gate gate = new Gate(against.places());
    List<CheckedFile> checked = files.stream().map(gate::check).toList();
    spec.commandLine().getOut().println(output.print(checked));
    return checked.stream()
        .map(CheckedFile::standing)
        .max(Comparator.naturalOrder())
        .orElse(Standing.PASSES)
        .exitCode();
  }
}
