package dev.freshet.procs.watch;

import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import java.util.List;

/**
 * The one task that watches all streams. It is never suspended for failing: while it fails,
 * somebody is needed.
 */
public record WatchTask(AppSchema app, Settings settings) {

  /** Makes and starts it; each statement may be run again. */
  public List<String> statements() {
    return List.of(
        String.join(
            "\n  ",
            "CREATE TASK IF NOT EXISTS " + app.watchTask(),
            settings
                .taskWarehouse()
                .map(w -> "WAREHOUSE = " + Sql.plain(w))
                .orElse("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'"),
            "SCHEDULE = '60 MINUTE'",
            "TIMEZONE = 'UTC',",
            "QUERY_TAG = 'freshet watch'",
            "SUSPEND_TASK_AFTER_NUM_FAILURES = 0"
                + settings
                    .errorIntegration()
                    .map(i -> "\n  ERROR_INTEGRATION = " + Sql.plain(i))
                    .orElse(""),
            "COMMENT = 'Tells of streams that begin to lose changes soon'",
            "AS CALL " + app.watchProcedure() + "()"),
        "ALTER TASK " + app.watchTask() + " RESUME");
  }
}
