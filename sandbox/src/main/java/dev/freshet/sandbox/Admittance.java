package dev.freshet.sandbox;

import dev.freshet.cli.CommandFailed;
import dev.freshet.cli.contract.Answer;
import dev.freshet.cli.contract.ContractFile;
import dev.freshet.cli.contract.ContractProcedures;
import dev.freshet.cli.contract.PromotionWait;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import java.sql.Connection;
import java.time.Duration;

/** Brings a contract into force the way everybody does: gate, staging, rehearsal, promotion. */
final class Admittance {
  private static final PromotionWait WAIT =
      new PromotionWait(Duration.ofMillis(250), Duration.ofMinutes(2));

  private final ContractProcedures procedures;
  private final Progress progress;

  /**
   * @param schema where Freshet is deployed
   */
  Admittance(Connection connection, String schema, Progress progress) {
    this.procedures = new ContractProcedures(connection, schema);
    this.progress = progress;
  }

  /**
   * Registers the contract and puts it in force.
   *
   * @throws CommandFailed if the gate or the rehearsal refuses it
   */
  void admit(ContractFile file) {
    Contract contract = file.contract();
    String name = contract.id() + " " + contract.version();
    require(name, procedures.register(file));
    progress.now("rehearsing " + name);
    require(
        name,
        WAIT.promote(
            procedures,
            contract.id(),
            contract.version(),
            Json.STRICT.createObjectNode().put("reason", "sandbox"),
            answer -> progress.now("rehearsing " + name)));
    progress.line("registered, rehearsed and promoted " + name);
  }

  private static void require(String name, Answer answer) {
    if (answer.isRefused()) {
      throw CommandFailed.failed(name + " was refused:\n" + answer.text());
    }
  }
}
