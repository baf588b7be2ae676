package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns of a DuckDB query and how each is written to Parquet: the mapping of
 * user-guide/data-unload-considerations with ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE.
 * NUMBER keeps its logical type, TIMESTAMP_NTZ is cut to milliseconds, VARIANT is JSON text,
 * TIMESTAMP_TZ and TIMESTAMP_LTZ are refused.
 */
final class ParquetColumns {

  private final Map<String, SqlType> types = new LinkedHashMap<>();

  private ParquetColumns() {}

  static ParquetColumns of(Connection duckdb, String query) throws SQLException {
    ParquetColumns columns = new ParquetColumns();
    try (Statement statement = duckdb.createStatement();
        ResultSet described = statement.executeQuery("DESCRIBE " + query)) {
      while (described.next()) {
        columns.add(described.getString(1), SqlType.ofDuckdb(described.getString(2)));
      }
    }
    return columns;
  }

  private void add(String name, SqlType type) {
    if (type.family() == SqlType.Family.TIMESTAMP_LTZ
        || type.family() == SqlType.Family.TIMESTAMP_TZ) {
      throw new SnowflakeException(
          "100316",
          "22023",
          "Error encountered when unloading to PARQUET: TIMESTAMP_TZ and LTZ types are not supported"
              + " for unloading to Parquet. Column: "
              + name);
    }
    types.put(name, type);
  }

  boolean anyNumber() {
    return types.values().stream().anyMatch(type -> type.family() == SqlType.Family.NUMBER);
  }

  /**
   * The query as it goes into a file, in its own order. The second half never has rows: it makes
   * every column nullable, as they are in Snowflake's files, where DuckDB would go by the values.
   */
  String written(String query) {
    String columns =
        types.entrySet().stream()
            .map(column -> cast(quoted(column.getKey()), column.getValue()))
            .collect(Collectors.joining(", "));
    String nulls = types.keySet().stream().map(name -> "NULL").collect(Collectors.joining(", "));
    return "SELECT %s FROM (%s) UNION ALL SELECT %s WHERE random() > 2"
        .formatted(columns, query, nulls);
  }

  private static String cast(String column, SqlType type) {
    return switch (type.family()) {
      case TIMESTAMP_NTZ -> milliseconds(column) + " AS " + column;
      case VARIANT, OBJECT, ARRAY -> "CAST(" + column + " AS VARCHAR) AS " + column;
      default -> "CAST(" + column + " AS " + type.duckdb() + ") AS " + column;
    };
  }

  // DuckDB's own cast would round up to the next millisecond.
  private static String milliseconds(String column) {
    return """
        CAST(make_timestamp_ns(epoch_ns(%1$s) - ((epoch_ns(%1$s) %% 1000000) + 1000000) %% 1000000) \
        AS TIMESTAMP_MS)"""
        .formatted(column);
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
