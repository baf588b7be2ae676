package dev.freshet.procs.home;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The texts of registered contracts; a version's text never changes. */
public final class ContractTexts {
  private final Warehouse warehouse;
  private final AppSchema app;

  public ContractTexts(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * Reads a registered version.
   *
   * @throws IllegalStateException if it is not registered
   */
  public Contract read(ContractId id, Version version) {
    String text =
        find(id, version)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "contract "
                            + id
                            + " "
                            + version
                            + " is not in "
                            + app.contracts()
                            + "; register it"));
    return ContractReader.read(id + " " + version, text);
  }

  /** The text of a version, if it is registered. */
  public Optional<String> find(ContractId id, Version version) {
    List<Row> rows = warehouse.rows(select("TEXT", id, version));
    return rows.stream().findFirst().map(row -> row.text(0));
  }

  /** All registered versions, in their order. */
  public List<Contract> all(ContractId id) {
    return warehouse
        .rows(
            "SELECT DISTINCT VERSION, TEXT FROM "
                + app.contracts()
                + " WHERE CONTRACT = "
                + Sql.literal(id.toString()))
        .stream()
        .map(row -> ContractReader.read(id + " " + row.text(0), row.text(1)))
        .sorted(Comparator.comparing(Contract::version))
        .toList();
  }

  /** Registers a text. */
  public void add(ContractId id, Version version, String text) {
    warehouse.change(
        "INSERT INTO "
            + app.contracts()
            + " (CONTRACT, VERSION, TEXT) SELECT "
            + String.join(
                ", ",
                Sql.literal(id.toString()),
                Sql.literal(version.toString()),
                Sql.literal(text)));
  }

  /** A query for one column of a version's row. */
  public String select(String column, ContractId id, Version version) {
    return "SELECT "
        + column
        + " FROM "
        + app.contracts()
        + " WHERE CONTRACT = "
        + Sql.literal(id.toString())
        + " AND VERSION = "
        + Sql.literal(version.toString())
        + " LIMIT 1";
  }
}
