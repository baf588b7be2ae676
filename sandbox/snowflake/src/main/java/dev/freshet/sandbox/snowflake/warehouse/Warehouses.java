package dev.freshet.sandbox.snowflake.warehouse;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The warehouses of an account; it starts with COMPUTE_WH. Thread-safe. */
public final class Warehouses {

  private final ConcurrentSkipListMap<String, Warehouse> byName = new ConcurrentSkipListMap<>();

  /**
   * @param options such as WAREHOUSE_SIZE and AUTO_SUSPEND, as written
   */
  record Warehouse(String name, Map<String, String> options, boolean suspended, Instant createdOn) {

    String option(String option, String otherwise) {
      return options.getOrDefault(option, otherwise);
    }
  }

  private Warehouses(Instant now) {
    put(new Warehouse("COMPUTE_WH", Map.of(), false, now));
  }

  /** The account's warehouses, with the statements that create, alter and drop them. */
  public static Warehouses register(Engine engine) {
    Warehouses warehouses = new Warehouses(engine.clock().instant());
    engine.extensions().statement(new WarehouseStatements(warehouses));
    engine.extensions().statement(new ShowWarehouses(warehouses));
    return warehouses;
  }

  public boolean has(String name) {
    return byName.containsKey(name);
  }

  void put(Warehouse warehouse) {
    byName.put(warehouse.name(), warehouse);
  }

  Warehouse get(String name) {
    Warehouse found = byName.get(name);
    if (found == null) {
      throw SnowflakeException.missing("Warehouse", name);
    }
    return found;
  }

  void remove(String name) {
    get(name);
    byName.remove(name);
  }

  List<Warehouse> all() {
    return List.copyOf(byName.values());
  }
}
