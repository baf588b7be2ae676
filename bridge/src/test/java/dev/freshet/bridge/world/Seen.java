package dev.freshet.bridge.world;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a consumer sees it. */
public record Seen(
    int partition, long offset, String key, @Nullable String value, Map<String, String> headers) {
  public String id() {
    return headers.getOrDefault("ce_id", "");
  }
}
