package dev.freshet.procs.home;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/** Who did what to which contract, when and why. Rows are only ever inserted. */
public final class AuditLog {
  private final Warehouse warehouse;
  private final AppSchema app;

  public AuditLog(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * Writes a row; who and when are Snowflake's to say.
   *
   * @param action one word, for instance {@code promote}
   * @param detail why, or what else there is to say
   */
  public void write(String action, ContractId contract, Optional<Version> version, String detail) {
    warehouse.change(
        "INSERT INTO "
            + app.auditLog()
            + " (ACTION, CONTRACT, CONTRACT_VERSION, DETAIL) SELECT "
            + String.join(
                ", ",
                Sql.literal(action),
                Sql.literal(contract.toString()),
                Sql.literal(version.map(Version::toString)),
                Sql.literal(detail)));
  }
}
