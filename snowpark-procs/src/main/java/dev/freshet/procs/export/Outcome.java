package dev.freshet.procs.export;

import dev.freshet.contract.Json;

/**
 * What a run came to.
 *
 * @param json a JSON object for people and logs: no values of rows
 */
public record Outcome(String json) {

  static Outcome left(String why, HeadRow head) {
    return new Outcome(
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", "left")
            .put("why", why)
            .toString());
  }

  static Outcome done(HeadRow head, Counts counts) {
    return new Outcome(
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", counts.published() > 0 ? "published" : "nothing to publish")
            .put("sequence", head.written())
            .put("upserts", counts.upserts())
            .put("deletes", counts.deletes())
            .put("rejected", counts.rejected())
            .put("filtered", counts.filtered())
            .put("unchanged", counts.unchanged())
            .toString());
  }
}
