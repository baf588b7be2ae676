package dev.freshet.procs.home;

import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/**
 * Where this procedure really runs. A contract whose HEAD names another place was cloned, restored
 * or failed over: it would write to a stage that is another's, under sequences that are another's.
 */
public final class Home {
  private Home() {}

  /** The schema that the procedure belongs to: an owner's-rights procedure resolves names there. */
  public static AppSchema app(Warehouse warehouse) {
    Row row = warehouse.rows("SELECT CURRENT_DATABASE(), CURRENT_SCHEMA()").get(0);
    return AppSchema.ofProcedures(row.text(0), row.text(1));
  }

  /** Where a contract of this schema lives. */
  public static Place of(Warehouse warehouse, ContractSchema schema) {
    return new Place(
        warehouse.rows("SELECT CURRENT_ACCOUNT()").get(0).text(0),
        schema.app().database(),
        schema.name(),
        stageUrl(warehouse, schema.app()));
  }

  /** Where the stage begins; ends in a slash. */
  public static String stageUrl(Warehouse warehouse, AppSchema app) {
    List<Row> stages =
        warehouse
            .named("SHOW STAGES LIKE 'STAGE' IN SCHEMA " + app.qualified(), List.of("url"))
            .rows();
    if (stages.size() != 1) {
      throw new IllegalStateException(
          "the schema " + app.qualified() + " has no stage named STAGE; run freshet deploy");
    }
    return stages.get(0).text(0);
  }
}
