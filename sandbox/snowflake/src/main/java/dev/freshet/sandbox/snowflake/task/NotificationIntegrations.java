package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The notification integrations of an account: by name, whether enabled. Thread-safe. */
final class NotificationIntegrations {

  private final Map<String, Boolean> enabled = new ConcurrentHashMap<>();

  boolean has(String name) {
    return enabled.containsKey(name);
  }

  boolean isEnabled(String name) {
    return enabled.getOrDefault(name, false);
  }

  void put(String name, boolean isEnabled) {
    enabled.put(name, isEnabled);
  }

  void drop(String name) {
    enabled.remove(name);
  }

  /** A task names no integration that is not there. */
  void requireThere(Optional<String> name) {
    if (name.isPresent() && !has(name.get())) {
      throw SnowflakeException.missing("Integration", name.get());
    }
  }
}
