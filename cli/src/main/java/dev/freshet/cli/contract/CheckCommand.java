package dev.freshet.cli.contract;

import dev.freshet.contract.Contract;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract check FILE}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reads a contract file and reports every problem in it.")
final class CheckCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "An ODCS file, one fact.")
  private Path file;

  @Override
  public void run() {
    Contract contract = ContractFile.read(file).contract();
    spec.commandLine()
        .getOut()
        .printf(
            "%s is sound: %s %s, %s contract over %s, %d fields, lanes %d, owner %s%n",
            file,
            contract.id(),
            contract.version(),
            contract.kind().name().toLowerCase(Locale.ROOT),
            contract.source(),
            contract.fields().size(),
            contract.lanes(),
            contract.owner());
  }
}
