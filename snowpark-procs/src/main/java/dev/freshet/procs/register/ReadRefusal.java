package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;

/** What is answered to an author who may not read the source; in the form of the gate's answers. */
final class ReadRefusal {
  private ReadRefusal() {}

  static String of(Contract contract, String found) {
    var json =
        Json.STRICT
            .createObjectNode()
            .put("contract", contract.id().toString())
            .put("version", contract.version().toString())
            .put("verdict", "refused");
    json.putArray("findings")
        .addObject()
        .put("origin", "source")
        .put("rule", "author-may-not-read")
        .put("where", "freshet.source")
        .put("refuses", true)
        .put(
            "message",
            found
                + ", or it does not exist; who cannot read a table cannot publish it. Use a role"
                + " that may, or ask the table's owner for SELECT");
    json.putArray("grants");
    return json.put("who_is_paged", contract.owner().toString()).put("state", "refused").toString();
  }
}
