package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Protocol;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;

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

  /** Changes nothing, but keeps everybody else from HEAD to the end of the transaction. */
  static String hold(ContractSchema schema) {
    return "UPDATE " + schema.head() + " SET WRITTEN = WRITTEN";
  }
}
