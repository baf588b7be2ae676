package dev.freshet.procs.evidence;

import dev.freshet.contract.Json;

/**
 * What one collection did.
 *
 * @param receipts new rows in RECEIPTS
 * @param notes objects that prove nothing and had not been noted before
 * @param missing receipts of announced change sets that were looked for and are not there yet
 */
record Collected(long receipts, long notes, long missing) {
  static final Collected NOTHING = new Collected(0, 0, 0);

  Collected and(Collected other) {
    return new Collected(receipts + other.receipts, notes + other.notes, missing + other.missing);
  }

  String json() {
    return Json.STRICT
        .createObjectNode()
        .put("collected", receipts)
        .put("noted", notes)
        .put("missing", missing)
        .toString();
  }
}
