package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.procs.gate.GateFinding;
import dev.freshet.procs.gate.StreamCheck;
import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.halt.StandingHalt;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.RebaselineOptions;
import dev.freshet.procs.request.Request;
import dev.freshet.procs.request.RequestKind;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks for a rebaseline: looks whether a stream can be made on the source, ends the halt, takes the
 * first step, which gives the task a stream to wake by, and leaves the rest to it. Whatever was the
 * halt's reason, the runs that follow look again at all that halts a contract.
 */
final class RebaselineRequest {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HaltLog halts;
  private final Requests requests;

  RebaselineRequest(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.halts = new HaltLog(warehouse, schema);
    this.requests = new Requests(warehouse, schema);
  }

  /**
   * Asks; one that is open already is answered with its id.
   *
   * @param id names the request, and the run that begins it; never used before
   * @return a JSON object with the request's id
   * @throws ExportFailed if it cannot be served; nothing is written then
   */
  String ask(RebaselineOptions options, String id) {
    HeadRow head = new HeadTable(warehouse, schema).read();
    StartCheck.requireProtocol(head);
    Contract contract =
        new ContractTexts(warehouse, schema.app()).read(head.contract(), head.requireInForce());
    options.requireFor(contract);
    StartCheck.requirePlace(head, Home.of(warehouse, schema));
    requireStreamable(contract);
    Optional<StandingHalt> halt = halts.standing();
    String asked = write(contract, options, open(), id);
    Outcome begun = new ExportRun(warehouse, schema).beginRebaseline(id);
    new ContractTask(warehouse, schema).start(contract);
    return answer(asked, halt, begun);
  }

  private void requireStreamable(Contract contract) {
    StreamCheck check = new StreamCheck(warehouse, contract);
    check.look();
    if (!check.findings().isEmpty()) {
      throw refused(
          check.findings().stream().map(GateFinding::message).collect(Collectors.joining(". "))
              + (check.grants().isEmpty()
                  ? ""
                  : ". The source's owner must run: " + String.join("; ", check.grants()))
              + ". Contract owner: "
              + contract.owner());
    }
  }

  private ExportFailed refused(String why) {
    return new ExportFailed(
        "A rebaseline of contract " + schema.contract() + " is refused: " + why);
  }

  private Optional<String> open() {
    return requests.open().stream()
        .map(OpenRequest::request)
        .filter(r -> r.kind() == RequestKind.REBASELINE)
        .map(Request::id)
        .findFirst();
  }

  private String write(
      Contract contract, RebaselineOptions options, Optional<String> open, String id) {
    String asked = open.orElse(id);
    return Transaction.in(
        warehouse,
        () -> {
          if (open.isEmpty()) {
            requests.add(id, RequestKind.REBASELINE, options.json(), options.reason());
          }
          halts.resume(asked + ": " + options.reason());
          new AuditLog(warehouse, schema.app())
              .write(
                  "rebaseline",
                  contract.id(),
                  Optional.of(contract.version()),
                  asked + " " + options.json() + ": " + options.reason());
          return asked;
        });
  }

  private String answer(String id, Optional<StandingHalt> halt, Outcome begun) {
    var answer =
        Json.STRICT
            .createObjectNode()
            .put("contract", schema.contract().toString())
            .put("request", id)
            .put("state", begun.isLeft() ? "requested" : "begun");
    halt.ifPresent(h -> answer.put("halted_for", h.reason()).put("halted_since", h.since()));
    return answer
        .put("next", "the task serves it before any change; DESCRIBE_CONTRACT shows how far it is")
        .toString();
  }
}
