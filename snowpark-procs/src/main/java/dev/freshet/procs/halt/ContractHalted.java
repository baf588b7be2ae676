package dev.freshet.procs.halt;

import dev.freshet.contract.ContractId;

/** A run ends because its contract is halted; the message is what the task's history shows. */
public final class ContractHalted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ContractHalted(String message, Throwable cause) {
    super(message, cause);
  }

  private ContractHalted(String message) {
    super(message);
  }

  static ContractHalted now(ContractId contract, Halt halt, String owner) {
    return new ContractHalted(
        "Contract "
            + contract
            + " is halted ("
            + halt.reason().word()
            + "): "
            + halt.found()
            + ". "
            + halt.reason().wayOut()
            + ". Owner: "
            + owner
            + ". "
            + resume(contract),
        halt);
  }

  static ContractHalted still(ContractId contract, StandingHalt halt) {
    return new ContractHalted(
        "Contract "
            + contract
            + " is halted since "
            + halt.since()
            + " ("
            + halt.reason()
            + "): "
            + halt.found()
            + ". Owner: "
            + halt.owner()
            + ". "
            + resume(contract));
  }

  private static String resume(ContractId contract) {
    return "When it is repaired: CALL RESUME_CONTRACT('" + contract + "', '<why it may go on>')";
  }
}
