package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that changes how a contract stands, and says why: the audit has the reason. */
abstract class ReasonedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProcedureOptions procedures;
  @Mixin private ContractParameter contract;

  @Option(names = "--reason", required = true, description = "Why, for the audit.")
  private String reason = "";

  @Option(names = "--dry-run", description = "Say how the contract stands; change nothing.")
  private boolean dryRun;

  /** Does it. */
  abstract Answer act(ContractProcedures procedures, ContractId contract, String reason);

  @Override
  public final Integer call() {
    ContractId id = contract.id();
    return procedures.call(
        spec.commandLine().getOut(), p -> dryRun ? p.describe(id) : act(p, id, reason));
  }
}
