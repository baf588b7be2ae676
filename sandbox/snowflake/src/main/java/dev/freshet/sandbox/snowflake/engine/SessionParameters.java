package dev.freshet.sandbox.snowflake.engine;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of one session: those the sandbox knows, each checked when set. Thread-safe. */
public final class SessionParameters {

  /** The session parameters the sandbox knows. */
  public enum Name {
    AUTOCOMMIT(Kind.BOOLEAN, "true"),
    LOCK_TIMEOUT(Kind.SECONDS, "43200"),
    QUERY_TAG(Kind.TEXT, ""),
    TIMEZONE(Kind.ZONE, "UTC"),
    ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION(Kind.BOOLEAN, "true"),
    STATEMENT_TIMEOUT_IN_SECONDS(Kind.SECONDS, "172800"),
    TIMESTAMP_TYPE_MAPPING(Kind.TEXT, "TIMESTAMP_NTZ"),
    CLIENT_TIMESTAMP_TYPE_MAPPING(Kind.TEXT, "TIMESTAMP_LTZ"),
    TIMESTAMP_OUTPUT_FORMAT(Kind.TEXT, "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM"),
    TIMESTAMP_NTZ_OUTPUT_FORMAT(Kind.TEXT, "YYYY-MM-DD HH24:MI:SS.FF3"),
    TIMESTAMP_LTZ_OUTPUT_FORMAT(Kind.TEXT, ""),
    TIMESTAMP_TZ_OUTPUT_FORMAT(Kind.TEXT, ""),
    DATE_OUTPUT_FORMAT(Kind.TEXT, "YYYY-MM-DD"),
    TIME_OUTPUT_FORMAT(Kind.TEXT, "HH24:MI:SS"),
    BINARY_OUTPUT_FORMAT(Kind.TEXT, "HEX"),
    BINARY_INPUT_FORMAT(Kind.HEX, "HEX"),
    QUOTED_IDENTIFIERS_IGNORE_CASE(Kind.FALSE, "false"),
    TRANSACTION_ABORT_ON_ERROR(Kind.FALSE, "false"),
    MULTI_STATEMENT_COUNT(Kind.SECONDS, "1");

    private final Kind kind;
    private final String preset;

    Name(Kind kind, String preset) {
      this.kind = kind;
      this.preset = preset;
    }

    /** The value a session starts with. */
    public String preset() {
      return preset;
    }

    /** BOOLEAN, NUMBER or STRING. */
    public String type() {
      return switch (kind) {
        case BOOLEAN, FALSE -> "BOOLEAN";
        case SECONDS -> "NUMBER";
        case ZONE, TEXT, HEX -> "STRING";
      };
    }
  }

  /** FALSE and HEX: the sandbox knows no other value. */
  private enum Kind {
    BOOLEAN,
    FALSE,
    HEX,
    SECONDS,
    ZONE,
    TEXT
  }

  private final Map<Name, String> values = new EnumMap<>(Name.class);

  /** The parameter of a name, if the sandbox knows it. */
  public static Optional<Name> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (Name candidate : Name.values()) {
      if (candidate.name().equals(upper)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The parameter of a name; Snowflake's error for a name it does not know. */
  public static Name known(String name) {
    return find(name)
        .orElseThrow(
            () ->
                SnowflakeException.compilation(
                    "001006", "invalid session parameter '" + name + "'"));
  }

  public synchronized void set(Name name, String value) {
    values.put(name, checked(name, value));
  }

  public synchronized void unset(Name name) {
    values.remove(name);
  }

  public synchronized String get(Name name) {
    return values.getOrDefault(name, name.preset());
  }

  public boolean isTrue(Name name) {
    return Boolean.parseBoolean(get(name));
  }

  public long seconds(Name name) {
    return Long.parseLong(get(name));
  }

  private static String checked(Name name, String value) {
    boolean valid =
        switch (name.kind) {
          case BOOLEAN -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
          case FALSE -> value.equalsIgnoreCase("false");
          case HEX -> value.equalsIgnoreCase("HEX");
          case SECONDS -> value.matches("\\d{1,9}");
          case ZONE -> java.time.ZoneId.getAvailableZoneIds().contains(value);
          case TEXT -> true;
        };
    if (!valid) {
      throw SnowflakeException.compilation(
          "001008", "invalid value [" + value + "] for parameter '" + name + "'");
    }
    return name.kind == Kind.BOOLEAN ? value.toLowerCase(Locale.ROOT) : value;
  }
}
