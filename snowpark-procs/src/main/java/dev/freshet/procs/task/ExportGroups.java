package dev.freshet.procs.task;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which contract belongs to which export group. Rows are only inserted; a contract's last counts.
 */
public final class ExportGroups {
  private final Warehouse warehouse;
  private final AppSchema app;

  public ExportGroups(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * A contract that a group exports.
   *
   * @param version the version in force
   * @param streams those that say whether there is something to do
   */
  public record Member(ContractId contract, Version version, List<String> streams) {
    public Member {
      streams = List.copyOf(streams);
    }
  }

  /** The group that a contract was put into last, whether or not it is exported now. */
  public Optional<String> of(ContractId contract) {
    return last(contract).flatMap(row -> row.optional(1));
  }

  /** The contracts that a group exports now: neither halted nor paused. Ordered by id. */
  public List<Member> members(String group) {
    return warehouse
        .rows(
            "SELECT CONTRACT, CONTRACT_VERSION, STREAMS FROM "
                + app.groupMembers()
                + " WHERE EXPORT_GROUP = "
                + Sql.literal(group)
                + " ORDER BY CONTRACT")
        .stream()
        .map(ExportGroups::member)
        .toList();
  }

  private static Member member(Row row) {
    return new Member(
        ContractId.parse(row.text(0)),
        Version.parse(row.text(1)),
        List.of(row.text(2).split(", ", -1)));
  }

  /** All groups that ever were. */
  public List<String> all() {
    return warehouse
        .rows(
            "SELECT DISTINCT EXPORT_GROUP FROM "
                + app.exportGroups()
                + " WHERE EXPORT_GROUP IS NOT NULL ORDER BY EXPORT_GROUP")
        .stream()
        .map(row -> row.text(0))
        .toList();
  }

  /** Notes the group of the version in force, if that is news. */
  void note(Contract inForce) {
    String streams =
        Tasks.streams(inForce, new ContractSchema(app, inForce.id()))
            .collect(Collectors.joining(", "));
    write(inForce.id(), Optional.of(inForce.version()), inForce.exportGroup(), streams);
  }

  /** Notes that a contract that ended is in no group. */
  void leave(ContractId contract) {
    write(contract, Optional.empty(), Optional.empty(), "");
  }

  private void write(
      ContractId contract, Optional<Version> version, Optional<String> group, String streams) {
    Optional<String> noted = version.map(Version::toString);
    Optional<Row> last = last(contract);
    boolean known =
        last.isPresent()
            ? last.get().optional(0).equals(noted) && last.get().optional(1).equals(group)
            : group.isEmpty();
    if (!known) {
      warehouse.change(
          "INSERT INTO "
              + app.exportGroups()
              + " (CONTRACT, CONTRACT_VERSION, EXPORT_GROUP, STREAMS) SELECT "
              + String.join(
                  ", ",
                  Sql.literal(contract.toString()),
                  Sql.literal(noted),
                  Sql.literal(group),
                  Sql.literal(streams)));
    }
  }

  private Optional<Row> last(ContractId contract) {
    return warehouse
        .rows(
            "SELECT CONTRACT_VERSION, EXPORT_GROUP FROM "
                + app.exportGroups()
                + " WHERE CONTRACT = "
                + Sql.literal(contract.toString())
                + " ORDER BY CHANGED_AT DESC LIMIT 1")
        .stream()
        .findFirst();
  }
}
