package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.shape.KeySql;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Row;
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

  /**
   * The deployment's bounds, and what a change set holds.
   *
   * @param laneFolderRows so many rows and more get a folder for each lane
   * @param bucketRows more rows than this get buckets, none of them larger than this
   * @param mostOfOneKey how many rows the key with the most rows has
   */
  private record Sizes(long laneFolderRows, long bucketRows, long mostOfOneKey) {}

  Layout of(Contract contract, ChangeSet set) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    if (set.publishedRows() < 2 || (!event && set.lanes() == 1)) {
      return event ? new Layout.Sorted() : new Layout.Mixed();
    }
    Sizes sizes = sizes(set);
    if (event && set.publishedRows() <= sizes.bucketRows()) {
      return new Layout.Sorted();
    }
    if (sizes.mostOfOneKey() > 1) {
      return buckets(set, sizes);
    }
    return set.lanes() > 1 && set.publishedRows() >= sizes.laneFolderRows()
        ? new Layout.ByLane()
        : new Layout.Mixed();
  }

  private Sizes sizes(ChangeSet set) {
    Row row =
        warehouse
            .rows(
                "SELECT LANE_FOLDER_ROWS, BUCKET_ROWS, (SELECT COALESCE(MAX(\"__n\"), 0) FROM "
                    + staged(set)
                    + ") FROM "
                    + schema.app().settings())
            .get(0);
    return new Sizes(row.whole(0), row.whole(1), row.whole(2));
  }

  /** One file if some keys have so many rows that a bucket would become too large. */
  private Layout buckets(ChangeSet set, Sizes sizes) {
    long each = Math.max(1, sizes.bucketRows() / ROOM);
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
    return largest <= sizes.bucketRows() ? new Layout.ByBucket(buckets) : new Layout.Sorted();
  }

  private String staged(ChangeSet set) {
    return schema.staged() + " WHERE \"__sequence\" = " + set.sequence();
  }
}
