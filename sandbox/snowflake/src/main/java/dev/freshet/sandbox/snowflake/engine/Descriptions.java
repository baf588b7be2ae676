package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What queries of an account answer, by their text: each is bound once, until a definition changes.
 * Translating a statement asks for hundreds of types, and the next run asks for the same ones.
 * Thread-safe.
 */
final class Descriptions {

  private static final int MOST = 10_000;

  private final Map<String, Optional<List<DuckColumn>>> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<List<DuckColumn>>> eldest) {
          return size() > MOST;
        }
      };

  private long definitions;

  /** The columns of a query; empty if it cannot be bound. */
  Optional<List<DuckColumn>> of(String sql, Supplier<Optional<List<DuckColumn>>> ask) {
    long before;
    synchronized (this) {
      Optional<List<DuckColumn>> found = known.get(sql);
      if (found != null) {
        return found;
      }
      before = definitions;
    }
    Optional<List<DuckColumn>> columns = ask.get();
    synchronized (this) {
      if (definitions == before) {
        known.put(sql, columns);
      }
    }
    return columns;
  }

  /** A definition changed, or may have. */
  synchronized void forget() {
    definitions++;
    known.clear();
  }
}
