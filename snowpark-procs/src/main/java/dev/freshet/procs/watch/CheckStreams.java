package dev.freshet.procs.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.Json;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/** The handler of {@code CHECK_STREAMS()}. */
public final class CheckStreams {
  private CheckStreams() {}

  /**
   * Looks at all streams, and writes what it saw to STREAM_CHECKS.
   *
   * @return a JSON object: how many streams were looked at, and those that need somebody
   */
  public static String run(Session session) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    List<WatchedStream> all = new StreamWatch(warehouse, Home.app(warehouse)).look();
    ObjectNode json = Json.STRICT.createObjectNode().put("looked_at", all.size());
    ArrayNode list = json.putArray("need_somebody");
    all.stream().filter(s -> !s.isFine()).forEach(s -> add(list, s));
    return json.toString();
  }

  private static void add(ArrayNode list, WatchedStream stream) {
    ObjectNode node =
        list.addObject().put("contract", stream.contract()).put("state", stream.state());
    stream.staleAfter().ifPresent(t -> node.put("stale_after", t));
    stream.hoursLeft().ifPresent(h -> node.put("hours_left", Long.parseLong(h)));
  }
}
