package dev.freshet.procs.retain;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Folders below {@code data/}, and when the newest object of each was written. */
record StageFolders(Warehouse warehouse, AppSchema app, ContractId contract) {

  /**
   * Lists.
   *
   * @param prefix of the keys
   * @param folder the folder of a key
   */
  Map<String, Instant> list(String prefix, UnaryOperator<String> folder) {
    Map<String, Instant> folders = new TreeMap<>();
    for (Row row :
        warehouse.named("LIST " + app.onStage(prefix), List.of("name", "last_modified")).rows()) {
      folders.merge(
          folder.apply(key(row.text(0))), time(row.text(1)), (a, b) -> a.isAfter(b) ? a : b);
    }
    return folders;
  }

  private String key(String name) {
    return name.substring(Math.max(0, name.lastIndexOf(StageLayout.DATA + contract + "/")));
  }

  /**
   * As LIST shows it (sql-reference/sql/list); what is shown otherwise counts as new, and stays.
   */
  private static Instant time(String shown) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(shown));
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }
}
