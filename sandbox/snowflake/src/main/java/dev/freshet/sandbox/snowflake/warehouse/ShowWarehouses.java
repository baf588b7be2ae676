package dev.freshet.sandbox.snowflake.warehouse;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.Show;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.show.ShowValues;

/** SHOW WAREHOUSES. Source: sql-reference/sql/show-warehouses. */
final class ShowWarehouses extends Show {

  private final Warehouses warehouses;

  ShowWarehouses(Warehouses warehouses) {
    super("WAREHOUSES");
    this.warehouses = warehouses;
  }

  @Override
  protected Result list(Session session, ShowClause clause) {
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .text("name", "state", "type", "size")
            .number("min_cluster_count", "max_cluster_count")
            .text("is_current")
            .number("auto_suspend")
            .text("auto_resume")
            .timestamp("created_on")
            .text("owner", "comment");
    String current = session.warehouse().orElse("");
    clause
        .select(warehouses.all(), Warehouses.Warehouse::name)
        .forEach(
            w ->
                result.row(
                    w.name(),
                    w.suspended() ? "SUSPENDED" : "STARTED",
                    w.option("WAREHOUSE_TYPE", "STANDARD"),
                    w.option("WAREHOUSE_SIZE", "X-Small"),
                    w.option("MIN_CLUSTER_COUNT", "1"),
                    w.option("MAX_CLUSTER_COUNT", "1"),
                    ShowValues.yesNo(w.name().equals(current)),
                    w.option("AUTO_SUSPEND", "600"),
                    w.option("AUTO_RESUME", "true"),
                    ShowValues.time(w.createdOn()),
                    ShowValues.OWNER,
                    w.option("COMMENT", "")));
    return result.build();
  }
}
