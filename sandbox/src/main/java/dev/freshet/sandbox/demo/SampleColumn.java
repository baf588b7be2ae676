package dev.freshet.sandbox.demo;

import dev.freshet.contract.type.SnowflakeType;

/** A column of a sample table, as Snowflake declares it. */
public record SampleColumn(String name, SnowflakeType type, boolean required) {

  static SampleColumn required(String name, SnowflakeType type) {
    return new SampleColumn(name, type, true);
  }

  static SampleColumn optional(String name, SnowflakeType type) {
    return new SampleColumn(name, type, false);
  }

  /** As in CREATE TABLE. */
  String declaration() {
    return name + " " + type + (required ? " NOT NULL" : "");
  }
}
