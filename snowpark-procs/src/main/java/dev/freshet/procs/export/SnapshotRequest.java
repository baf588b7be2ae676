package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.request.RequestKind;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.request.SnapshotOptions;
import dev.freshet.procs.shape.AsOf;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.List;
import java.util.Optional;

/** Asks for a snapshot: looks whether it can be served, and leaves the work to the task. */
final class SnapshotRequest {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;

  SnapshotRequest(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = new HeadTable(warehouse, schema);
  }

  /**
   * Asks.
   *
   * @param id names the request; never used before
   * @return a JSON object with the request's id
   * @throws ExportFailed if it cannot be served; nothing is written then
   */
  String ask(SnapshotOptions options, String id) {
    HeadRow head = heads.read();
    if (head.version().isEmpty() && head.sequence() > 0) {
      throw new ExportFailed(
          "A snapshot is refused: " + schema.contract() + " is retired, and no run will serve it");
    }
    Contract contract = contract(head);
    if (contract.kind() == Contract.Kind.EVENT && head.sequence() > 0) {
      throw new ExportFailed("A snapshot is refused: " + RequestServing.tooLate(head));
    }
    probe(contract, options);
    Transaction.in(
        warehouse,
        () -> {
          new Requests(warehouse, schema)
              .add(id, RequestKind.SNAPSHOT, options.json(), options.reason());
          new AuditLog(warehouse, schema.app())
              .write("snapshot", schema.contract(), head.version(), id + ": " + options.reason());
          return id;
        });
    return Json.STRICT
        .createObjectNode()
        .put("contract", schema.contract().toString())
        .put("request", id)
        .put("state", "requested")
        .put("next", next(head))
        .toString();
  }

  /** The version in force; before the first promotion the one registered last. */
  private Contract contract(HeadRow head) {
    ContractTexts texts = new ContractTexts(warehouse, schema.app());
    return head.version()
        .map(version -> texts.read(schema.contract(), version))
        .orElseGet(
            () -> {
              List<Contract> all = texts.all(schema.contract());
              return all.get(all.size() - 1);
            });
  }

  /** Reads what chunks will read, one row at most. */
  private void probe(Contract contract, SnapshotOptions options) {
    SourceStream stream = new SourceStream(warehouse, schema, heads);
    Optional<String> time = new PresentTime(warehouse, stream).afterOffset();
    try {
      time.ifPresent(
          t ->
              warehouse.rows(
                  new AsOf(contract, schema.sourceStream(), t)
                      .probe(options.where().orElse("TRUE"))));
    } catch (WarehouseException e) {
      throw new ExportFailed(
          "A snapshot of contract "
              + schema.contract()
              + " is refused: "
              + (e.beyondTimeTravel() ? TimeTravel.advice(contract) : e.getMessage()),
          e);
    }
  }

  private static String next(HeadRow head) {
    return head.version().isPresent()
        ? "the task serves it, a chunk in each run; DESCRIBE_CONTRACT shows how far it is"
        : "it is served once a version is promoted";
  }
}
