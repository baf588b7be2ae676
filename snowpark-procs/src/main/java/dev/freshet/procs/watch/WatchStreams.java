package dev.freshet.procs.watch;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/** The handler of {@code WATCH_STREAMS()}, which a task calls every hour. */
public final class WatchStreams {
  private WatchStreams() {}

  /**
   * Looks at all streams. It fails if one needs somebody, since a task that fails is what Snowflake
   * tells people of (user-guide/tasks-errors).
   *
   * @throws StreamsNeedSomebody if one loses changes soon, or has begun to
   */
  public static String run(Session session) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    AppSchema app = Home.app(warehouse);
    List<WatchedStream> all = new StreamWatch(warehouse, app).look();
    List<String> bad =
        all.stream()
            .filter(s -> !s.isFine())
            .map(s -> s + ", owner: " + owner(warehouse, app, s))
            .toList();
    if (!bad.isEmpty()) {
      throw new StreamsNeedSomebody(bad);
    }
    return all.size() + " streams keep their changes for long enough";
  }

  private static String owner(Warehouse warehouse, AppSchema app, WatchedStream stream) {
    var versions = new ContractTexts(warehouse, app).all(ContractId.parse(stream.contract()));
    return versions.get(versions.size() - 1).owner().toString();
  }
}
