package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Protocol;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;

/** What a registration writes to HEAD. */
record HeadStart(Contract contract, ContractSchema schema) {

  /** The first row; nothing if there is one. */
  String insert(Place place) {
    return "INSERT INTO "
        + schema.head()
        + " (ACCOUNT, DATABASE_NAME, SCHEMA_NAME, STAGE_URL, PROTOCOL_VERSION, CONTRACT,"
        + " CONTRACT_VERSION, SEQUENCE, ANNOUNCED, WRITTEN, LANES, LANES_SINCE, ATTEMPT, RUN)"
        + " SELECT "
        + String.join(
            ", ",
            Sql.literal(place.account()),
            Sql.literal(place.database()),
            Sql.literal(place.schema()),
            Sql.literal(place.stageUrl()),
            Integer.toString(Protocol.VERSION),
            Sql.literal(contract.id().toString()),
            Sql.literal(contract.version().toString()),
            "0, 0, 0",
            Integer.toString(contract.lanes()),
            "1, 0, 'registered'")
        + " WHERE NOT EXISTS (SELECT 1 FROM "
        + schema.head()
        + ")";
  }

  /**
   * Puts another version in force from the next change set on. It takes the run from whoever is at
   * work: their change set was shaped by the old version and is not committed any more.
   */
  String changeVersion(String registration) {
    return "UPDATE "
        + schema.head()
        + " SET CONTRACT_VERSION = "
        + Sql.literal(contract.version().toString())
        + ", LANES_SINCE = IFF(LANES = "
        + contract.lanes()
        + ", LANES_SINCE, SEQUENCE + 1), LANES = "
        + contract.lanes()
        + ", ATTEMPT = ATTEMPT + 1, RUN = "
        + Sql.literal(registration)
        + " WHERE CONTRACT_VERSION <> "
        + Sql.literal(contract.version().toString());
  }

  /** The version in force. */
  String version() {
    return "SELECT CONTRACT_VERSION FROM " + schema.head();
  }
}
