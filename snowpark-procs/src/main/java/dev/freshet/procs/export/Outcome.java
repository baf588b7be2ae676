package dev.freshet.procs.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.procs.pause.StandingPause;

/**
 * What a run came to.
 *
 * @param json a JSON object for people and logs: no values of rows
 * @param isLeft whether the run found somebody else at work, or the contract paused, and did no
 *     more
 */
public record Outcome(String json, boolean isLeft) {

  static Outcome left(String why, HeadRow head) {
    return new Outcome(
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", "left")
            .put("why", why)
            .put("next", "nothing is lost; to be sure that it is done, call again")
            .toString(),
        true);
  }

  /** The contract is paused: nothing was taken and nothing announced. */
  static Outcome paused(HeadRow head, StandingPause pause) {
    return new Outcome(
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", "paused")
            .put("reason", pause.reason())
            .put("actor", pause.actor())
            .put("since", pause.since())
            .toString(),
        true);
  }

  static Outcome done(Contract contract, HeadRow head, Counts counts) {
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", counts.published() > 0 ? "published" : "nothing to publish")
            .put("sequence", head.written())
            .put("upserts", counts.upserts())
            .put("deletes", counts.deletes())
            .put("rejected", counts.rejected())
            .put("filtered", counts.filtered())
            .put("unchanged", counts.unchanged());
    json.set("rejected_by_rule", counts.rejectedByRule());
    if (counts.rejected() > 0) {
      json.put("owner", contract.owner().toString()); // whom to call about them
    }
    return new Outcome(json.toString(), false);
  }

  static Outcome begun(HeadRow head) {
    return new Outcome(
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", "begun")
            .toString(),
        false);
  }

  static Outcome released(HeadRow head, Released released) {
    return new Outcome(
        Json.STRICT
            .createObjectNode()
            .put("contract", head.contract().toString())
            .put("outcome", released.released() > 0 ? "published" : "nothing to publish")
            .put("sequence", head.written())
            .put("released", released.released())
            .put("superseded", released.superseded())
            .put("still_broken", released.broken())
            .put("pending", released.pending())
            .toString(),
        false);
  }
}
