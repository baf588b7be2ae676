package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of a DuckDB query and how each is written to Parquet: the mapping of
 * user-guide/data-unload-considerations with ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE.
 * NUMBER keeps its logical type, TIMESTAMP_NTZ is cut to milliseconds, VARIANT is JSON text,
 * TIMESTAMP_TZ and TIMESTAMP_LTZ are refused.
 */
record ParquetColumns(List<ParquetColumn> columns) {

  /**
   * @param duckdbName as the query names it
   */
  record ParquetColumn(String duckdbName, SqlType type) {
    ParquetColumn {
      if (type.family() == SqlType.Family.TIMESTAMP_LTZ
          || type.family() == SqlType.Family.TIMESTAMP_TZ) {
        throw new SnowflakeException(
            "100316",
            "22023",
            "Error encountered when unloading to PARQUET: TIMESTAMP_TZ and LTZ types are not supported"
                + " for unloading to Parquet. Column: "
                + Identifiers.decode(duckdbName));
      }
    }

    private String written() {
      String column = Identifiers.verbatim(duckdbName);
      String value =
          switch (type.family()) {
            case TIMESTAMP_NTZ -> milliseconds(column);
            case VARIANT, OBJECT, ARRAY -> "CAST(" + column + " AS VARCHAR)";
            default -> "CAST(" + column + " AS " + type.duckdb() + ")";
          };
      return value + " AS " + Identifiers.verbatim(Identifiers.decode(duckdbName));
    }

    /** Cut off, not rounded, as DuckDB would do. */
    private static String milliseconds(String column) {
      return "CAST(make_timestamp_ms(CAST(%s // 1000000 AS BIGINT) - %d000) AS TIMESTAMP_MS)"
          .formatted(column, Nanos.EPOCH_SECOND);
    }
  }

  static ParquetColumns of(Duck duck, String query) {
    return new ParquetColumns(
        duck.describe(query).stream()
            .map(column -> new ParquetColumn(column.name(), SqlType.ofDuckdb(column.type())))
            .toList());
  }

  boolean anyNumber() {
    return columns.stream().anyMatch(column -> column.type().family() == SqlType.Family.NUMBER);
  }

  /**
   * The query as it goes into a file, in its own order. The second half never has rows: it makes
   * every column nullable, as they are in Snowflake's files, where DuckDB would go by the values.
   */
  String written(String query) {
    String values = columns.stream().map(ParquetColumn::written).collect(Collectors.joining(", "));
    return nullable(values, query);
  }

  /** The same of rows that are written already. */
  String again(String query) {
    return nullable("*", query);
  }

  private String nullable(String values, String query) {
    String nulls = columns.stream().map(column -> "NULL").collect(Collectors.joining(", "));
    return "SELECT %s FROM (%s) UNION ALL SELECT %s WHERE random() > 2"
        .formatted(values, query, nulls);
  }
}
