package dev.freshet.cli.contract.draft;

import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.contract.type.SnowflakeTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * A column as INFORMATION_SCHEMA.COLUMNS describes it.
 *
 * @param name as Snowflake stores it
 * @param dataType Snowflake's spelling, with precision or length
 * @param nullable whether the source admits null
 * @param comment what the column means, if said
 */
record SourceColumn(String name, String dataType, boolean nullable, Optional<String> comment) {

  /** Reads the row that the result stands at. */
  static SourceColumn of(ResultSet row) throws SQLException {
    return new SourceColumn(
        row.getString("COLUMN_NAME"),
        dataType(row),
        !"NO".equals(row.getString("IS_NULLABLE")),
        Optional.ofNullable(row.getString("COMMENT")).map(String::strip).filter(c -> !c.isEmpty()));
  }

  private static String dataType(ResultSet row) throws SQLException {
    String type = row.getString("DATA_TYPE");
    return switch (type) {
      case "NUMBER" ->
          "NUMBER(%s,%s)"
              .formatted(row.getString("NUMERIC_PRECISION"), row.getString("NUMERIC_SCALE"));
      case "TEXT" -> "VARCHAR(" + row.getString("CHARACTER_MAXIMUM_LENGTH") + ")";
      case "TIME", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ" ->
          type
              + Optional.ofNullable(row.getString("DATETIME_PRECISION"))
                  .map(p -> "(" + p + ")")
                  .orElse("");
      default -> type;
    };
  }

  /** The type that a contract can promise; empty for one that Freshet does not carry. */
  Optional<SnowflakeType> type() {
    try {
      return Optional.of(SnowflakeTypes.parse(dataType));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A name that Avro and the contract's rules admit. */
  String fieldName() {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return (Character.isDigit(plain.charAt(0)) ? "_" + plain : plain).replaceFirst("^__+", "_");
  }

  boolean isNamed(String wanted) {
    return name.equals(wanted) || name.equals(wanted.toUpperCase(Locale.ROOT));
  }
}
