package dev.freshet.procs.evidence;

import dev.freshet.contract.Json;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** RECEIPTS and RECEIPT_NOTES. Rows are only ever inserted. */
record ReceiptTable(Warehouse warehouse, AppSchema app) {

  /** Those of which nobody has noted that they prove nothing. */
  List<FoundReceipt> withoutNoted(String prefix, List<FoundReceipt> found) {
    if (found.isEmpty()) {
      return found;
    }
    Set<Row> noted =
        Set.copyOf(
            warehouse.rows(
                "SELECT DISTINCT OBJECT, ETAG FROM "
                    + app.receiptNotes()
                    + " WHERE STARTSWITH(OBJECT, "
                    + Sql.literal(prefix)
                    + ")"));
    return found.stream().filter(f -> !noted.contains(Row.of(f.wanted().key(), f.etag()))).toList();
  }

  void add(List<ReceiptReading.Proof> proofs) {
    if (!proofs.isEmpty()) {
      warehouse.change(
          "INSERT INTO "
              + app.receipts()
              + " (CONTRACT, SEQUENCE, LANE, MANIFEST_DIGEST, LEDGER_ID, TOPIC, TOPIC_ID,"
              + " PARTITIONS, UPSERTS, DELETES, PUBLISHED_AT) VALUES "
              + proofs.stream().map(ReceiptTable::row).collect(Collectors.joining(", ")));
    }
  }

  private static String row(ReceiptReading.Proof proof) {
    Receipt receipt = proof.receipt();
    return "("
        + String.join(
            ", ",
            Sql.literal(receipt.contract()),
            Long.toString(receipt.sequence()),
            Integer.toString(receipt.lane()),
            Sql.literal(receipt.manifestDigest()),
            Sql.literal(receipt.ledgerId()),
            Sql.literal(receipt.topic()),
            Sql.literal(receipt.topicId()),
            Sql.literal(Json.STRICT.valueToTree(receipt.partitions()).toString()),
            Long.toString(receipt.upserts()),
            Long.toString(receipt.deletes()),
            Sql.literal(proof.publishedAt().toString().replace("Z", "")))
        + ")";
  }

  void note(List<ReceiptReading.NoProof> objects) {
    if (!objects.isEmpty()) {
      warehouse.change(
          "INSERT INTO "
              + app.receiptNotes()
              + " (OBJECT, ETAG, WHY) VALUES "
              + objects.stream().map(ReceiptTable::row).collect(Collectors.joining(", ")));
    }
  }

  private static String row(ReceiptReading.NoProof object) {
    return "("
        + Sql.literals(List.of(object.found().wanted().key(), object.found().etag(), object.why()))
        + ")";
  }
}
