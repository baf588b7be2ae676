package dev.freshet.procs.retain;

import dev.freshet.contract.Contract;
import dev.freshet.procs.request.RequestState;
import dev.freshet.procs.shape.KnownKeys;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * Rows of a contract that name keys of the source and are needed no more: rejections that are
 * closed, what closed them, the keys that ended halts and requests show, and what newer rows of
 * KEYS replaced. An open rejection and the row that counts of a live key stay, however old.
 *
 * <p>Each statement is a transaction of its own and may be run again. It locks its table against
 * other purges only: the export inserts (sql-reference/transactions).
 */
record OldRows(Warehouse warehouse, ContractSchema schema, Contract contract, Ages ages) {

  /** How many rows went, or lost their keys. */
  record Gone(long rejections, long releases, long keysOfHalts, long keysOfRequests, long keys) {
    static final Gone NOTHING = new Gone(0, 0, 0, 0, 0);

    Gone and(Gone other) {
      return new Gone(
          rejections + other.rejections,
          releases + other.releases,
          keysOfHalts + other.keysOfHalts,
          keysOfRequests + other.keysOfRequests,
          keys + other.keys);
    }

    @Override
    public String toString() {
      return "rows: %d of REJECTIONS, %d of RELEASES, %d of KEYS; keys of %d halts, of %d steps"
          .formatted(rejections, releases, keys, keysOfHalts, keysOfRequests);
    }
  }

  Gone remove() {
    long rejections = closedByIdentity() + closedByRow();
    return new Gone(rejections, releases(), keysOfHalts(), keysOfRequests(), keys());
  }

  private long closedByIdentity() {
    return warehouse.change(
        "DELETE FROM "
            + app().rejections()
            + " USING (SELECT IDENTITY_TEXT AS CLOSED_IDENTITY, MAX(ATTEMPT) AS CLOSED_AT FROM "
            + app().releases()
            + " WHERE ROW_ID IS NULL AND "
            + oldReleases()
            + " GROUP BY IDENTITY_TEXT) AS l WHERE "
            + ofContract()
            + " AND IDENTITY_TEXT = CLOSED_IDENTITY AND ATTEMPT <= CLOSED_AT");
  }

  private long closedByRow() {
    return warehouse.change(
        "DELETE FROM "
            + app().rejections()
            + " USING (SELECT ROW_ID AS CLOSED_ROW, IDENTITY_TEXT AS CLOSED_IDENTITY, MAX(ATTEMPT)"
            + " AS CLOSED_AT FROM "
            + app().releases()
            + " WHERE ROW_ID IS NOT NULL AND "
            + oldReleases()
            + " GROUP BY ROW_ID, IDENTITY_TEXT) AS l WHERE "
            + ofContract()
            + " AND ROW_ID = CLOSED_ROW AND EQUAL_NULL(IDENTITY_TEXT, CLOSED_IDENTITY)"
            + " AND ATTEMPT <= CLOSED_AT");
  }

  /** A release goes only if no rejection is left that it could have closed. */
  private long releases() {
    return warehouse.change(
        "DELETE FROM "
            + app().releases()
            + " WHERE "
            + oldReleases()
            + " AND ATTEMPT < (SELECT COALESCE(MIN(ATTEMPT), 9223372036854775807) FROM "
            + app().rejections()
            + " WHERE "
            + ofContract()
            + ")");
  }

  private long keysOfHalts() {
    return warehouse.change(
        "UPDATE "
            + app().halts()
            + " SET SOME_KEYS = NULL WHERE SOME_KEYS <> '' AND "
            + ofContract()
            + " AND RUN IN (SELECT RUN FROM "
            + app().resumes()
            + " WHERE "
            + ofContract()
            + " AND RESUMED_AT <= "
            + ages.before(ages.rejections())
            + ")");
  }

  /** The ends of key ranges; an open request goes on from the last one. */
  private long keysOfRequests() {
    return warehouse.change(
        "UPDATE "
            + schema.requestSteps()
            + " SET FROM_KEY = NULL, TO_KEY = NULL WHERE COALESCE(FROM_KEY, TO_KEY) IS NOT NULL AND"
            + " REQUEST_ID IN (SELECT REQUEST_ID FROM "
            + schema.requestSteps()
            + " WHERE STATE IN ("
            + RequestState.ends()
            + ") AND TAKEN_AT <= "
            + ages.before(ages.rejections())
            + ")");
  }

  private long keys() {
    return contract.kind() == Contract.Kind.STATE
        ? warehouse.change(new KnownKeys(contract, schema.keys()).removeSuperseded())
        : 0;
  }

  private String oldReleases() {
    return ofContract() + " AND RELEASED_AT <= " + ages.before(ages.rejections());
  }

  private String ofContract() {
    return "CONTRACT = " + Sql.literal(contract.id().toString());
  }

  private AppSchema app() {
    return schema.app();
  }
}
