package dev.freshet.procs.evidence;

import dev.freshet.contract.ContractId;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the receipts that are new into RECEIPTS. It looks only for those that announced change sets
 * still lack, so it may be called at any time, run twice or beside itself, and what it costs does
 * not grow with the age of the stage. What proves nothing is noted and does not stop the others.
 */
final class ReceiptCollection {
  private static final int AT_ONCE = 200;

  private final OpenReceipts open;
  private final ReceiptObjects objects;
  private final ReceiptTable table;

  ReceiptCollection(Warehouse warehouse, AppSchema app) {
    this.open = new OpenReceipts(warehouse, app);
    this.objects = new ReceiptObjects(warehouse, app);
    this.table = new ReceiptTable(warehouse, app);
  }

  Collected collect() {
    return open.contracts().stream().map(this::collect).reduce(Collected.NOTHING, Collected::and);
  }

  private Collected collect(ContractId contract) {
    Map<String, List<WantedReceipt>> hundreds =
        open.of(contract).stream()
            .collect(
                Collectors.groupingBy(WantedReceipt::prefix, TreeMap::new, Collectors.toList()));
    return hundreds.entrySet().stream()
        .map(hundred -> collect(hundred.getKey(), hundred.getValue()))
        .reduce(Collected.NOTHING, Collected::and);
  }

  private Collected collect(String prefix, List<WantedReceipt> wanted) {
    List<FoundReceipt> there = objects.list(prefix, wanted);
    List<FoundReceipt> fresh = table.withoutNoted(prefix, there);
    Collected all = new Collected(0, 0, wanted.size() - there.size());
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      all = all.and(keep(prefix, fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE))));
    }
    return all;
  }

  private Collected keep(String prefix, List<FoundReceipt> found) {
    Map<String, String> texts =
        objects.read(
            prefix, found.stream().filter(f -> !f.isTooLarge()).map(FoundReceipt::wanted).toList());
    List<ReceiptReading.Proof> proofs = new ArrayList<>();
    List<ReceiptReading.NoProof> others = new ArrayList<>();
    for (FoundReceipt object : found) {
      ReceiptReading reading =
          ReceiptReading.of(object, texts.getOrDefault(object.wanted().key(), ""));
      if (reading instanceof ReceiptReading.Proof proof) {
        proofs.add(proof);
      } else if (reading instanceof ReceiptReading.NoProof other) {
        others.add(other);
      }
    }
    table.add(proofs);
    table.note(others);
    return new Collected(proofs.size(), others.size(), 0);
  }
}
