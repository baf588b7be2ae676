package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.Json;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * The author's part of a registration: it reads no row of the source, but as the author, and then
 * has the owner's procedure do the rest. An owner's-rights procedure alone could not tell who may
 * read what (developer-guide/stored-procedure/stored-procedures-rights), and a contract would be a
 * way to see a table through the owner's eyes.
 */
final class AuthorsRegistration {
  private final Warehouse warehouse;
  private final AppSchema app;

  AuthorsRegistration(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  String register(String text) {
    return refusal(text)
        .orElseGet(
            () ->
                warehouse
                    .rows("CALL " + app.stageProcedure() + "(" + Sql.literal(text) + ")")
                    .get(0)
                    .text(0));
  }

  /** Why the author may not register it. A file that is not sound is the gate's to refuse. */
  private Optional<String> refusal(String text) {
    Contract contract;
    try {
      contract = ContractReader.read("the contract", text);
    } catch (ContractException e) {
      return Optional.empty();
    }
    try {
      warehouse.run("SELECT * FROM " + Sql.source(contract.source()) + " LIMIT 0");
      return Optional.empty();
    } catch (WarehouseException e) {
      return Optional.of(refused(contract));
    }
  }

  private String refused(Contract contract) {
    String role = warehouse.rows("SELECT CURRENT_ROLE()").get(0).optional(0).orElse("no role");
    var json =
        Json.STRICT
            .createObjectNode()
            .put("contract", contract.id().toString())
            .put("version", contract.version().toString())
            .put("verdict", "refused");
    json.putArray("findings")
        .addObject()
        .put("origin", "source")
        .put("rule", "author-may-not-read")
        .put("where", "freshet.source")
        .put("refuses", true)
        .put(
            "message",
            "the role "
                + role
                + " may not read "
                + contract.source()
                + ", or it does not exist; who cannot read a table cannot publish it. Use a role"
                + " that may, or ask the table's owner for SELECT");
    json.putArray("grants");
    return json.put("who_is_paged", contract.owner().toString()).put("state", "refused").toString();
  }
}
