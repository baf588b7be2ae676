package dev.freshet.cli.contract.draft;

import dev.freshet.contract.type.SnowflakeType;

/** ODCS's word for a type (ODCS v3.1, "Schema", logicalType). */
final class LogicalType {
  private LogicalType() {}

  static String of(SnowflakeType type) {
    return switch (type.carrier()) {
      case DECIMAL ->
          type instanceof SnowflakeType.Fixed fixed && fixed.scale() == 0 ? "integer" : "number";
      case TEXT -> type instanceof SnowflakeType.TimestampTz ? "timestamp" : "string";
      case BOOLEAN -> "boolean";
      case DOUBLE -> "number";
      case EPOCH_DAY -> "date";
      case NANO_OF_DAY -> "time";
      case EPOCH_NANO -> "timestamp";
      case HEX -> "string";
      case JSON_TEXT -> type.toString().equals("ARRAY") ? "array" : "object";
    };
  }
}
