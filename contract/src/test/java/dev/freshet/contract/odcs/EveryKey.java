package dev.freshet.contract.odcs;

import dev.freshet.contract.draft.Draft;
import java.util.List;
import java.util.Map;

/** A contract that says everything a contract can say, and nothing by default. */
final class EveryKey {
  private EveryKey() {}

  static Draft draft() {
    return Draft.events()
        .set("/description", Map.of("purpose", "Every order, once"))
        .set("/support", List.of(Map.of("channel", "orders", "url", "https://example.com/orders")))
        .field("status", "VARCHAR(10)")
        .field("status", "physicalName", "O_STATUS")
        .field("status", "description", "How far it is")
        .field("status", "classification", "internal")
        .fieldCustom("status", "enum", List.of("open", "1-urgent"))
        .fieldCustom("status", "enumPolicy", "open")
        .fieldCustom("status", "backfill", "none")
        .field("clerk", "VARCHAR")
        .field("clerk", "transformLogic", "UPPER(o_clerk)")
        .custom("deletes", "event")
        .custom("where", "o_totalprice > 0")
        .custom("lanes", 4)
        .custom("onViolation", Map.of("doesNotFit", "reject"))
        .custom("maxRejectedShare", 0.05)
        .custom("deadLetters", "topic")
        .custom("registryMode", "register")
        .custom("replay", "live")
        .custom("policies", "accept")
        .custom("keyEncoding", "avro")
        .custom("exportGroup", "orders")
        .custom("dataClass", "confidential")
        .custom("zone", "Europe/Berlin")
        .service("latency", 5, "min")
        .service("frequency", 1, "h")
        .service("retention", 7, "days");
  }
}
