package dev.freshet.bridge.config;

import dev.freshet.contract.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of all settings, parsed from texts; problems are collected, not thrown. */
final class SettingValues {
  private final Map<Setting<?>, Object> values = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  SettingValues(Map<String, String> texts) {
    for (Setting<?> setting : Settings.ALL) {
      parse(setting, Optional.ofNullable(texts.get(setting.key())).or(setting::fallback));
    }
  }

  private void parse(Setting<?> setting, Optional<String> text) {
    if (text.isEmpty()) {
      if (setting.required()) {
        problems.add(new Problem(setting.key(), "is required: " + setting.meaning()));
      }
      return;
    }
    try {
      values.put(setting, setting.parser().apply(text.get()));
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(setting.key(), String.valueOf(e.getMessage())));
    }
  }

  List<Problem> problems() {
    return problems;
  }

  /** The value, if it was given and is sound. */
  @SuppressWarnings("unchecked") // put in by the same setting's parser
  <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((T) values.get(setting));
  }

  /** The value of a setting that is required or has a default; only once there are no problems. */
  <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalStateException(setting.key() + " has no value"));
  }
}
