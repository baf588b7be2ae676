package dev.freshet.cli.contract;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.Exit;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.cli.contract.earlier.Against;
import dev.freshet.cli.contract.report.CheckedFile;
import dev.freshet.cli.contract.report.DiffReport;
import dev.freshet.cli.contract.report.Gate;
import dev.freshet.cli.contract.report.ReportFormat;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code freshet contract diff OLD NEW}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Says what changed between versions of a contract, what consumers see of it, and the least "
            + "version that suffices. Takes OLD NEW, or one FILE with --against.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared, whatever the verdict (contract check is the gate)",
      "1:the newer file is not a sound contract",
      JudgingCommand.UNREADABLE
    })
final class DiffCommand extends JudgingCommand {
  @Option(
      names = "--output",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private OutputFormat output;

  @Parameters(arity = "1..2", paramLabel = "FILE", description = "OLD NEW; or the newer one.")
  private List<Path> files;

  @Override
  Report judge(AgainstOptions against) {
    CheckedFile checked = new Gate(places(against)).check(files.get(files.size() - 1));
    boolean text = output == OutputFormat.TEXT;
    String report =
        checked
            .judgement()
            .filter(j -> text)
            .map(j -> DiffReport.print(checked, j))
            .orElseGet(
                () -> (text ? ReportFormat.TEXT : ReportFormat.JSON).print(List.of(checked)));
    return new Report(
        report, checked.judgement().isPresent() ? Exit.OK : checked.standing().exitCode());
  }

  private List<Against> places(AgainstOptions against) {
    List<Against> named = against.places();
    if (files.size() == 2 && named.isEmpty()) {
      return List.of(against.file(files.get(0)));
    }
    if (files.size() == 1 && !named.isEmpty()) {
      return named;
    }
    throw CommandFailed.usage(
        "contract diff takes OLD NEW, or one FILE and --against " + Against.FORMS);
  }
}
