package dev.freshet.procs.retain;

import dev.freshet.contract.ReplayId;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.retain.Removal.What;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The rows of rehearsals that are over, and of those that died before anybody was asked. */
record LeftRehearsals(Warehouse warehouse, ContractSchema schema, OpenReplays replays) {

  void look(Plan plan, Ages ages) {
    Map<String, Instant> folders =
        new StageFolders(warehouse, schema.app(), schema.contract())
            .list(prefix(), key -> key.substring(0, key.indexOf('/', prefix().length()) + 1));
    folders.forEach((folder, written) -> judge(plan, ages, folder, written));
  }

  private void judge(Plan plan, Ages ages, String folder, Instant written) {
    ReplayId id = new ReplayId(folder.substring(prefix().length(), folder.length() - 1));
    if (replays.isOpen(id)) {
      plan.stays(schema.contract(), What.REHEARSAL, "rehearsal " + id + " is open");
    } else if (!ages.isLeftover(written)) {
      plan.stays(schema.contract(), What.REHEARSAL, folder + " was written " + written);
    } else if (plan.room() > 0) {
      plan.remove(new Removal(schema.contract(), Optional.empty(), What.REHEARSAL, folder));
    }
  }

  private String prefix() {
    return StageLayout.DATA + schema.contract() + "/rehearsal-";
  }
}
