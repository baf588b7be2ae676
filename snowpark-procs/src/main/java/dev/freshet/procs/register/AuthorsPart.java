package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * The author's part of a check or a registration. It reads no row of the source, but as the author,
 * shows the owner's part that it may, and has that do the rest. An owner's-rights procedure alone
 * could not tell who may read what (developer-guide/stored-procedure/stored-procedures-rights), and
 * a contract would be a way to see a table through the owner's eyes.
 */
final class AuthorsPart {
  private final Warehouse warehouse;
  private final ReadProof proof;

  /**
   * @param owner the role that owns the procedures, which must see the proof
   */
  AuthorsPart(Warehouse warehouse, AppSchema app, String owner) {
    this.warehouse = warehouse;
    this.proof = ReadProof.here(warehouse, app, owner);
  }

  /**
   * Has the owner's part work on a text.
   *
   * @param procedure the owner's part, which takes a contract's text
   */
  String call(String procedure, String text) {
    String call = "CALL " + procedure + "(" + Sql.literal(text) + ")";
    Optional<Contract> contract = sound(text);
    if (contract.isEmpty()) {
      return answer(call);
    }
    if (!mayRead(contract.get())) {
      String role = warehouse.rows("SELECT CURRENT_ROLE()").get(0).optional(0).orElse("no role");
      return ReadRefusal.of(
          contract.get(), "the role " + role + " may not read " + contract.get().source());
    }
    proof.give(contract.get().source());
    try {
      return answer(call);
    } finally {
      proof.takeBack();
    }
  }

  private String answer(String call) {
    return warehouse.rows(call).get(0).text(0);
  }

  /** A file that is not sound names no source, and is the gate's to refuse. */
  static Optional<Contract> sound(String text) {
    try {
      return Optional.of(ContractReader.read("the contract", text));
    } catch (ContractException e) {
      return Optional.empty();
    }
  }

  private boolean mayRead(Contract contract) {
    try {
      warehouse.run("SELECT * FROM " + Sql.source(contract.source()) + " LIMIT 0");
      return true;
    } catch (WarehouseException e) {
      return false;
    }
  }
}
