package dev.freshet.procs.evidence;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code COLLECT_RECEIPTS()}. */
public final class CollectReceipts {
  private CollectReceipts() {}

  /**
   * Reads what is new among the receipts of all contracts.
   *
   * @return a JSON object that says how many were collected, how many objects prove nothing, and
   *     how many change sets still lack a receipt
   */
  public static String run(Session session) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new ReceiptCollection(warehouse, Home.app(warehouse)).collect().json();
  }
}
