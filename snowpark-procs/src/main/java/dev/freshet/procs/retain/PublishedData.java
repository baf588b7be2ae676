package dev.freshet.procs.retain;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.retain.Removal.What;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * The parts of change sets. They go once the receipts of all lanes, collected and held against the
 * manifest's digest, prove that they are published, and both the bridge's clock and Snowflake's say
 * that this is long enough ago.
 */
record PublishedData(Warehouse warehouse, ContractSchema schema, OpenReplays replays) {

  void look(Plan plan, Ages ages) {
    List<Row> old = warehouse.rows(old(ages, plan.room()));
    Optional<String> held = old.isEmpty() ? Optional.empty() : replays.holdAllData();
    if (held.isPresent()) {
      plan.stays(schema.contract(), What.DATA, held.get());
    } else {
      old.forEach(row -> plan.remove(removal(row.whole(0))));
    }
    tellOfTheRest(plan, ages);
  }

  private Removal removal(long sequence) {
    ContractId contract = schema.contract();
    String folder = StageLayout.changeSetFolder(contract, sequence);
    return new Removal(contract, Optional.of(sequence), What.DATA, folder);
  }

  private String old(Ages ages, int limit) {
    return "SELECT SEQUENCE FROM "
        + schema.app().changeSetStates()
        + " WHERE CONTRACT = "
        + contract()
        + " AND STATE = 'published' AND FOLDER IS NOT NULL AND PUBLISHED_AT <= "
        + ages.before(ages.data())
        + " AND ANNOUNCED_AT <= "
        + ages.before(ages.data())
        + " AND SEQUENCE NOT IN (SELECT SEQUENCE FROM "
        + schema.app().purges()
        + " WHERE CONTRACT = "
        + contract()
        + " AND WHAT = 'data' AND STATE = 'removed') ORDER BY SEQUENCE LIMIT "
        + limit;
  }

  private void tellOfTheRest(Plan plan, Ages ages) {
    for (Row row : warehouse.rows(unpublished(ages))) {
      plan.stays(
          schema.contract(),
          row.text(0).equals("taken") ? "staged" : "data",
          row.text(1)
              + " change sets from "
              + row.text(2)
              + " on are old enough, but no more than "
              + row.text(0)
              + ": receipts of all lanes must prove them published");
    }
  }

  private String unpublished(Ages ages) {
    return "SELECT STATE, COUNT(*), MIN(SEQUENCE) FROM "
        + schema.app().changeSetStates()
        + " WHERE CONTRACT = "
        + contract()
        + " AND STATE <> 'published' AND TAKEN_AT <= IFF(STATE = 'taken', "
        + ages.before(ages.staged())
        + ", "
        + ages.before(ages.data())
        + ") GROUP BY STATE ORDER BY STATE";
  }

  private String contract() {
    return Sql.literal(schema.contract().toString());
  }
}
