package dev.freshet.procs.retain;

import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.retain.Removal.What;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Attempts that no manifest names: what a run unloaded that stopped, or was overtaken, before its
 * change set was announced. There are some only where the folder announced is not that of the run
 * that took the rows, so nothing else is listed.
 */
record LeftAttempts(Warehouse warehouse, ContractSchema schema) {
  private static final int AT_ONCE = 100;

  void look(Plan plan, Ages ages) {
    for (Row row : warehouse.rows(announcedByAnother(ages, Math.min(AT_ONCE, plan.room())))) {
      look(plan, ages, row.whole(0), row.text(1));
    }
  }

  private void look(Plan plan, Ages ages, long sequence, String announced) {
    Map<String, Instant> attempts =
        new StageFolders(warehouse, schema.app(), schema.contract())
            .list(
                StageLayout.changeSetFolder(schema.contract(), sequence),
                StageLayout::attemptFolder);
    attempts.remove(announced);
    attempts.forEach(
        (folder, written) -> {
          if (ages.isLeftover(written)) {
            plan.remove(
                new Removal(schema.contract(), Optional.of(sequence), What.ATTEMPT, folder));
          } else {
            plan.stays(schema.contract(), What.ATTEMPT, folder + " was written " + written);
          }
        });
  }

  private String announcedByAnother(Ages ages, int limit) {
    String contract = Sql.literal(schema.contract().toString());
    return "SELECT SEQUENCE, FOLDER FROM "
        + schema.app().changeSetStates()
        + " WHERE CONTRACT = "
        + contract
        + " AND FOLDER IS NOT NULL AND ATTEMPT IS NOT NULL AND NOT ENDSWITH(FOLDER, '/' ||"
        + " TO_VARCHAR(ATTEMPT) || '/') AND ANNOUNCED_AT <= "
        + ages.before(ages.leftovers())
        + " AND SEQUENCE NOT IN (SELECT SEQUENCE FROM "
        + schema.app().purges()
        + " WHERE CONTRACT = "
        + contract
        + " AND WHAT IN ('data', 'attempt') AND STATE = 'removed') ORDER BY SEQUENCE DESC LIMIT "
        + limit;
  }
}
