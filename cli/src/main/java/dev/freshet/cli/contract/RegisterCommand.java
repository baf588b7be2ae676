package dev.freshet.cli.contract;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract register FILE}. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description =
        "Stages a contract, or a new version of one, in Snowflake; promote puts it in force. May"
            + " be run again.")
final class RegisterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProcedureOptions procedures;

  @Parameters(paramLabel = "FILE", description = "An ODCS file, one fact.")
  private Path file;

  @Option(
      names = "--dry-run",
      description = "Check the file, its earlier versions and its source; stage nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    ContractFile contract = ContractFile.read(file);
    return procedures.call(
        spec.commandLine().getOut(), p -> dryRun ? p.check(contract) : p.register(contract));
  }
}
