package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.shape.KeySql;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * Chooses how a change set is laid out. Folders are for large ones only: for a small one, reading
 * all and leaving other lanes' rows aside costs less than many small files.
 */
final class LayoutChoice {
  /** A bucket is meant to have so much less than it may have at most, as keys spread unevenly. */
  private static final int ROOM = 4;

  private final Warehouse warehouse;
  private final ContractSchema schema;

  LayoutChoice(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  Layout of(Contract contract, ChangeSet set) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    if (set.publishedRows() < 2 || (!event && set.lanes() == 1)) {
      return event ? new Layout.Sorted() : new Layout.Mixed();
    }
    Settings settings = Settings.read(warehouse, schema.app());
    if (event && set.publishedRows() <= settings.bucketRows()) {
      return new Layout.Sorted();
    }
    if (mostOfOneKey(set) > 1) {
      return buckets(set, settings.bucketRows());
    }
    return set.lanes() > 1 && set.publishedRows() >= settings.laneFolderRows()
        ? new Layout.ByLane()
        : new Layout.Mixed();
  }

  private long mostOfOneKey(ChangeSet set) {
    return warehouse.rows("SELECT COALESCE(MAX(\"__n\"), 0) FROM " + staged(set)).get(0).whole(0);
  }

  /** One file if some keys have so many rows that a bucket would become too large. */
  private Layout buckets(ChangeSet set, long bucketRows) {
    long each = Math.max(1, bucketRows / ROOM);
    long ofOneLane = 1 + set.publishedRows() / each / set.lanes();
    int buckets = Math.toIntExact(ofOneLane * set.lanes());
    long largest =
        warehouse
            .rows(
                "SELECT MAX(ROW_COUNT) FROM (SELECT COUNT(*) AS ROW_COUNT FROM "
                    + staged(set)
                    + " GROUP BY "
                    + KeySql.lane("\"__key\"", buckets)
                    + ")")
            .get(0)
            .whole(0);
    return largest <= bucketRows ? new Layout.ByBucket(buckets) : new Layout.Sorted();
  }

  private String staged(ChangeSet set) {
    return schema.staged() + " WHERE \"__sequence\" = " + set.sequence();
  }
}
