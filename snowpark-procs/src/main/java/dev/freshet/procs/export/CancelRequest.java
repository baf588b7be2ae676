package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.RequestState;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/** The handler of {@code CANCEL_REQUEST(CONTRACT VARCHAR, ID VARCHAR, REASON VARCHAR)}. */
public final class CancelRequest {
  private CancelRequest() {}

  /**
   * Ends an open request. What was published of it stays published; a chunk at work may still come.
   *
   * @param contract the contract's id
   * @param id the request, as DESCRIBE_CONTRACT shows it
   * @param reason why, for the record
   * @return a JSON object that says how far it was
   * @throws IllegalArgumentException if no such request is open
   */
  public static String run(Session session, String contract, String id, String reason) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    ContractSchema schema = new ContractSchema(Home.app(warehouse), ContractId.parse(contract));
    Requests requests = new Requests(warehouse, schema);
    OpenRequest open = open(requests, schema, id);
    requireNoRebaseline(open);
    Transaction.in(
        warehouse,
        () -> {
          requests.add(open.end(RequestState.CANCELLED, reason));
          new AuditLog(warehouse, schema.app())
              .write("cancel", schema.contract(), Optional.empty(), id + ": " + reason);
          return id;
        });
    return Json.STRICT
        .createObjectNode()
        .put("contract", contract)
        .put("request", id)
        .put("state", RequestState.CANCELLED.word())
        .put("chunks", open.steps())
        .put("published", open.published())
        .toString();
  }

  /** Half of one leaves KEYS knowing neither the old rows nor the new. */
  private static void requireNoRebaseline(OpenRequest open) {
    if (open.isRebaseline()) {
      throw new IllegalArgumentException(
          "A rebaseline is not cancelled: until its last range no change can be told. If it cannot"
              + " go on, drop the contract's SOURCE_STREAM: the next run ends it and halts, and"
              + " REBASELINE begins anew");
    }
  }

  private static OpenRequest open(Requests requests, ContractSchema schema, String id) {
    return requests.open().stream()
        .filter(r -> r.request().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cancelling a request of contract "
                        + schema.contract()
                        + ": '"
                        + id
                        + "' is not open. DESCRIBE_CONTRACT shows those that are; "
                        + schema.requestSteps()
                        + " how others ended"));
  }
}
