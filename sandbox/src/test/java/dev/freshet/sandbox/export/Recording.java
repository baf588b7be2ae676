package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of each kind of statement that procedures send; kinds differ in more than values. */
final class Recording implements StatementObserver {
  private final Map<String, String> statements = new LinkedHashMap<>();

  @Override
  public synchronized void before(Session session, boolean insideProcedure, String sql) {
    if (insideProcedure) {
      String kind = sql.replaceAll("'(?:[^'\\\\]|\\\\.|'')*'", "''").replaceAll("[0-9]+", "0");
      statements.putIfAbsent(kind, sql);
    }
  }

  synchronized Collection<String> statements() {
    return statements.values();
  }
}
