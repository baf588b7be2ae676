package dev.freshet.cli.contract;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.ContractId;
import picocli.CommandLine.Parameters;

/** The contract that a command is about. */
final class ContractParameter {
  @Parameters(
      index = "0",
      paramLabel = "CONTRACT",
      description = "For instance shop.order_placed.v1.")
  private String contract = "";

  ContractId id() {
    try {
      return ContractId.parse(contract);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()), e);
    }
  }
}
