package dev.freshet.procs.export;

import dev.freshet.contract.ContractId;
import dev.freshet.procs.halt.Halt;
import java.util.List;
import java.util.stream.Collectors;

/** A halted contract may not go on yet; the message says all that stands against it. */
final class ResumeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ResumeRefused(ContractId contract, List<Halt> standing) {
    super(
        "Contract "
            + contract
            + " stays halted. "
            + standing.stream()
                .map(h -> h.reason().word() + ": " + h.found() + ". " + h.reason().wayOut() + ".")
                .collect(Collectors.joining(" ")));
  }
}
