package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Protocol;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;

/** What a registration writes to HEAD: a row without a version, until one is put in force. */
record HeadStart(Contract contract, ContractSchema schema) {

  /** The first row; nothing if there is one. */
  String insert(Place place) {
    return "INSERT INTO "
        + schema.head()
        + " (ACCOUNT, DATABASE_NAME, SCHEMA_NAME, STAGE_URL, PROTOCOL_VERSION, CONTRACT,"
        + " SEQUENCE, ANNOUNCED, WRITTEN, LANES, LANES_SINCE, ATTEMPT, RUN)"
        + " SELECT "
        + String.join(
            ", ",
            Sql.literal(place.account()),
            Sql.literal(place.database()),
            Sql.literal(place.schema()),
            Sql.literal(place.stageUrl()),
            Integer.toString(Protocol.VERSION),
            Sql.literal(contract.id().toString()),
            "0, 0, 0",
            Integer.toString(contract.lanes()),
            "1, 0, 'registered'")
        + " WHERE NOT EXISTS (SELECT 1 FROM "
        + schema.head()
        + ")";
  }

  /**
   * A copy of the database has the original's stage: what it registered there, the original's
   * bridges would take for theirs.
   *
   * @throws IllegalStateException if HEAD was made for another place, or by newer procedures
   */
  void requirePlace(Warehouse warehouse, Place here) {
    Row head =
        warehouse
            .rows(
                "SELECT ACCOUNT, DATABASE_NAME, SCHEMA_NAME, STAGE_URL, PROTOCOL_VERSION FROM "
                    + schema.head())
            .get(0);
    Protocol.requireNotNewer(contract.id(), Math.toIntExact(head.whole(4)));
    Place made = new Place(head.text(0), head.text(1), head.text(2), head.text(3));
    if (!made.equals(here)) {
      throw new IllegalStateException(
          "Registering "
              + contract.id()
              + " "
              + contract.version()
              + ": HEAD was made for "
              + made
              + ", but this is "
              + here
              + ": a clone, a restored copy, a failover or a moved stage. Nothing was registered."
              + " docs/halts.md, foreignPlace, has the way out");
    }
  }

  /** Changes nothing, but keeps everybody else from HEAD to the end of the transaction. */
  static String hold(ContractSchema schema) {
    return "UPDATE " + schema.head() + " SET WRITTEN = WRITTEN";
  }
}
