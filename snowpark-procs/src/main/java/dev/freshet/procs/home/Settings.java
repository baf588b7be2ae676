package dev.freshet.procs.home;

import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * What the deployment chose for all contracts.
 *
 * @param taskWarehouse the warehouse of the tasks; empty for serverless
 * @param taskSchedule how often a task looks for changes
 * @param rehearsalRows how many rows a rehearsal publishes at most
 */
public record Settings(Optional<String> taskWarehouse, String taskSchedule, int rehearsalRows) {

  public static Settings read(Warehouse warehouse, AppSchema app) {
    Row row =
        warehouse
            .rows("SELECT TASK_WAREHOUSE, TASK_SCHEDULE, REHEARSAL_ROWS FROM " + app.settings())
            .get(0);
    return new Settings(
        row.optional(0).filter(name -> !name.isEmpty()),
        row.text(1),
        Integer.parseInt(row.text(2)));
  }
}
