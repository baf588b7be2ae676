package dev.freshet.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.contract.Answer;
import dev.freshet.cli.contract.ContractFile;
import dev.freshet.cli.contract.ContractProcedures;
import dev.freshet.cli.contract.PromotionWait;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.sandbox.demo.Proposal;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings contracts into force the way everybody does: gate, staging, rehearsal, promotion. */
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
   * Registers the contracts and puts them in force; their rehearsals run side by side.
   *
   * @throws CommandFailed if the gate or a rehearsal refuses one
   */
  void admit(List<ContractFile> files) {
    for (ContractFile file : files) {
      progress.now("registering " + name(file));
      require(file, procedures.register(file));
      require(file, promote(file));
    }
    for (ContractFile file : files) {
      Contract contract = file.contract();
      require(
          file,
          WAIT.promote(
              procedures,
              contract.id(),
              contract.version(),
              options(),
              answer -> progress.now("rehearsing " + name(file))));
      progress.line("registered, rehearsed and promoted " + name(file));
    }
  }

  /** Asks the gate about a change that nobody makes; nothing is written. */
  Verdict judge(Proposal proposal) {
    JsonNode answer = procedures.check(proposal.text()).json();
    boolean accepted = answer.path("verdict").asText().equals("accepted");
    List<String> rules = new ArrayList<>();
    for (JsonNode finding : answer.path("findings")) {
      String rule = finding.path("rule").asText();
      if (finding.path("refuses").asBoolean() && !rules.contains(rule)) {
        rules.add(rule);
      }
    }
    boolean expected =
        proposal.rule().isEmpty() ? accepted : rules.equals(List.of(proposal.rule()));
    return new Verdict(
        proposal.change(), accepted, rules, answer.path("who_is_paged").asText(), expected);
  }

  /** Begins the rehearsal. */
  private Answer promote(ContractFile file) {
    return procedures.promote(file.contract().id(), file.contract().version(), options());
  }

  private static ObjectNode options() {
    return Json.STRICT.createObjectNode().put("reason", "sandbox");
  }

  private static String name(ContractFile file) {
    return file.contract().id() + " " + file.contract().version();
  }

  private static void require(ContractFile file, Answer answer) {
    if (answer.isRefused()) {
      throw CommandFailed.failed(name(file) + " was refused:\n" + answer.text());
    }
  }
}
