package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The copy options of COPY INTO a location, with the defaults and the forbidden combinations of
 * sql-reference/sql/copy-into-location.
 *
 * @param maxFileSize in bytes
 */
record UnloadOptions(
    boolean overwrite,
    boolean single,
    long maxFileSize,
    boolean includeQueryId,
    boolean detailedOutput,
    boolean header) {

  private static final long DEFAULT_MAX_FILE_SIZE = 16_777_216L;
  private static final long LARGEST_MAX_FILE_SIZE = 5_368_709_120L;

  UnloadOptions {
    if (maxFileSize < 1 || maxFileSize > LARGEST_MAX_FILE_SIZE) {
      throw SnowflakeException.compilation(
          "001008",
          "invalid value [%d] for parameter 'MAX_FILE_SIZE': 1 to %d bytes"
              .formatted(maxFileSize, LARGEST_MAX_FILE_SIZE));
    }
    if (includeQueryId && (single || overwrite)) {
      throw SnowflakeException.compilation(
          "001008",
          "INCLUDE_QUERY_ID = TRUE is not allowed with "
              + (single ? "SINGLE" : "OVERWRITE")
              + " = TRUE");
    }
  }

  /** Collects the options; what COPY INTO knows beside them is added by the caller. */
  static final class Collector {
    private boolean overwrite;
    private boolean single;
    private long maxFileSize = DEFAULT_MAX_FILE_SIZE;
    private Optional<Boolean> includeQueryId = Optional.empty();
    private boolean detailedOutput;
    private boolean header;

    Map<String, Consumer<OptionReader>> known(Consumer<OptionReader> fileFormat) {
      return Map.of(
          "FILE_FORMAT", fileFormat,
          "OVERWRITE", o -> overwrite = o.bool(),
          "SINGLE", o -> single = o.bool(),
          "MAX_FILE_SIZE", o -> maxFileSize = o.number(),
          "INCLUDE_QUERY_ID", o -> includeQueryId = Optional.of(o.bool()),
          "DETAILED_OUTPUT", o -> detailedOutput = o.bool(),
          "HEADER", o -> header = o.bool(),
          "VALIDATION_MODE", o -> refuse("VALIDATION_MODE in COPY INTO a location"));
    }

    /**
     * @param partitioned whether the statement has PARTITION BY, which forces the query id on
     */
    UnloadOptions options(boolean partitioned) {
      if (partitioned && (single || overwrite || !includeQueryId.orElse(true))) {
        throw SnowflakeException.compilation(
            "001008",
            "PARTITION BY is not allowed with "
                + (single
                    ? "SINGLE = TRUE"
                    : overwrite ? "OVERWRITE = TRUE" : "INCLUDE_QUERY_ID = FALSE"));
      }
      return new UnloadOptions(
          overwrite,
          single,
          maxFileSize,
          includeQueryId.orElse(partitioned),
          detailedOutput,
          header);
    }

    private static void refuse(String what) {
      throw new UnsupportedSql(what);
    }
  }
}
