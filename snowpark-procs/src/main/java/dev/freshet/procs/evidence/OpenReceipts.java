package dev.freshet.procs.evidence;

import dev.freshet.contract.ContractId;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which receipts are wanted: of each lane the next ones behind those collected. A lane publishes in
 * order, so there is nothing to look for beyond them, and one that stands still does not keep the
 * others from being seen.
 */
record OpenReceipts(Warehouse warehouse, AppSchema app) {
  /** How far one look goes: a later one goes on from there. */
  private static final int CHANGE_SETS = 2000;

  private static final int OF_A_LANE = 100;

  /** Contracts with a change set that lacks a receipt. */
  List<ContractId> contracts() {
    return warehouse
        .rows("SELECT DISTINCT CONTRACT FROM (" + open("") + ") AS o ORDER BY CONTRACT")
        .stream()
        .map(row -> ContractId.parse(row.text(0)))
        .toList();
  }

  List<WantedReceipt> of(ContractId contract) {
    List<WantedReceipt> wanted = new ArrayList<>();
    Map<Integer, Integer> ofLane = new HashMap<>();
    String mine = " AND c.CONTRACT = " + Sql.literal(contract.toString());
    for (Row row : warehouse.rows(open(mine) + " ORDER BY SEQUENCE LIMIT " + CHANGE_SETS)) {
      Set<String> there = Set.of(row.optional(4).orElse("").split(",", -1));
      for (int lane = 0; lane < row.whole(2); lane++) {
        if (!there.contains(Integer.toString(lane))
            && ofLane.merge(lane, 1, Integer::sum) <= OF_A_LANE) {
          wanted.add(new WantedReceipt(contract, row.whole(1), lane, row.text(3)));
        }
      }
    }
    return wanted;
  }

  /** Announced change sets with fewer receipts than lanes. */
  private String open(String condition) {
    return "SELECT c.CONTRACT, c.SEQUENCE, c.LANES, a.DIGEST, r.THERE FROM "
        + app.changeSets()
        + " AS c JOIN (SELECT CONTRACT, SEQUENCE, MIN(DIGEST) AS DIGEST FROM "
        + app.announcements()
        + " GROUP BY CONTRACT, SEQUENCE) AS a ON a.CONTRACT = c.CONTRACT AND a.SEQUENCE ="
        + " c.SEQUENCE LEFT JOIN (SELECT CONTRACT, SEQUENCE, COUNT(DISTINCT LANE) AS LANES,"
        + " LISTAGG(DISTINCT LANE, ',') AS THERE FROM "
        + app.receipts()
        + " GROUP BY CONTRACT, SEQUENCE) AS r ON r.CONTRACT = c.CONTRACT AND r.SEQUENCE ="
        + " c.SEQUENCE WHERE COALESCE(r.LANES, 0) < c.LANES"
        + condition;
  }
}
