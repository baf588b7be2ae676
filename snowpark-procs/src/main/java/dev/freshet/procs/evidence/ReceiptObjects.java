package dev.freshet.procs.evidence;

import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The objects under {@code receipts/}: a listing and a reading for many at once. */
record ReceiptObjects(Warehouse warehouse, AppSchema app) {

  /** Which of the receipts are there; all of them have their keys below the prefix. */
  List<FoundReceipt> list(String prefix, List<WantedReceipt> wanted) {
    Map<String, Row> listed =
        warehouse
            .named("LIST " + app.onStage(prefix), List.of("name", "size", "md5"))
            .rows()
            .stream()
            .collect(Collectors.toMap(row -> key(row.text(0)), row -> row, (one, same) -> one));
    return wanted.stream()
        .flatMap(
            receipt ->
                Optional.ofNullable(listed.get(receipt.key()))
                    .map(row -> found(receipt, row))
                    .stream())
        .toList();
  }

  private static FoundReceipt found(WantedReceipt wanted, Row row) {
    return new FoundReceipt(wanted, row.whole(1), row.text(2).replace("\"", ""));
  }

  /** The texts by their keys, without the last line break; an empty object has no entry. */
  Map<String, String> read(String prefix, List<WantedReceipt> receipts) {
    Map<String, String> texts = new HashMap<>();
    if (receipts.isEmpty()) {
      return texts;
    }
    for (Row row : warehouse.rows(select(prefix, receipts))) {
      texts.merge(
          key(row.text(1)), row.optional(0).orElse(""), (before, line) -> before + "\n" + line);
    }
    return texts;
  }

  private String select(String prefix, List<WantedReceipt> receipts) {
    String tails = receipts.stream().map(WantedReceipt::tail).collect(Collectors.joining("|"));
    return "SELECT $1, METADATA$FILENAME FROM "
        + app.onStage(prefix)
        + " (FILE_FORMAT => "
        + Sql.literal(app.foreignTextFormat())
        + ", PATTERN => "
        + Sql.literal(".*(" + tails + ")[.]json")
        + ") ORDER BY METADATA$FILENAME, METADATA$FILE_ROW_NUMBER";
  }

  /** What a name is relative to, LIST and METADATA$FILENAME tell differently. */
  private static String key(String name) {
    return name.substring(Math.max(0, name.lastIndexOf(StageLayout.RECEIPTS)));
  }
}
