package dev.freshet.procs.evidence;

import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import java.util.List;

/**
 * The task that collects receipts. Nothing hangs on it but what people see and what may be purged,
 * so it runs seldom, and one that was replaced loses nothing.
 */
record CollectionTask(AppSchema app, Settings settings) {

  /** Makes it as the deployment is now, and starts it. */
  List<String> statements() {
    return List.of(
        String.join(
            "\n  ",
            "CREATE OR REPLACE TASK " + app.collectionTask(),
            settings
                .taskWarehouse()
                .map(w -> "WAREHOUSE = " + Sql.plain(w))
                .orElse("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'"),
            "SCHEDULE = '15 MINUTES'",
            "TIMEZONE = 'UTC',",
            "QUERY_TAG = 'freshet receipts'",
            "COMMENT = 'Reads the receipts of the stage into RECEIPTS'",
            "AS CALL " + app.collectionProcedure() + "()"),
        "ALTER TASK " + app.collectionTask() + " RESUME");
  }
}
