package dev.freshet.cli.contract;

import dev.freshet.cli.contract.report.CheckedFile;
import dev.freshet.cli.contract.report.Gate;
import dev.freshet.cli.contract.report.ReportFormat;
import dev.freshet.cli.contract.report.Standing;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code freshet contract check FILE…}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks contract files: whether each is sound, and whether its version suffices for what "
            + "changed since earlier versions. Needs no network unless account: is asked for.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every file is a sound contract, and its version suffices",
      "1:a file is not sound, or its version does not suffice",
      JudgingCommand.UNREADABLE
    })
final class CheckCommand extends JudgingCommand {
  @Option(
      names = "--output",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}), in any case.")
  private ReportFormat output;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "ODCS files, one fact each.")
  private List<Path> files;

  @Override
  Report judge(AgainstOptions against) {
    Gate gate = new Gate(against.places());
    List<CheckedFile> checked = files.stream().map(gate::check).toList();
    Standing worst =
        checked.stream()
            .map(CheckedFile::standing)
            .max(Comparator.naturalOrder())
            .orElse(Standing.PASSES);
    return new Report(output.print(checked), worst.exitCode());
  }
}
