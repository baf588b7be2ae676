package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.List;
import java.util.Optional;

/** How the files of an unload, or files that are queried, are written. */
sealed interface FileFormat {

  /**
   * Parquet.
   *
   * @param compression SNAPPY or NONE
   */
  record Parquet(String compression) implements FileFormat {
    String extension() {
      return compression.equals("NONE") ? ".parquet" : ".snappy.parquet";
    }
  }

  /**
   * TYPE = CSV. {@link #requirePlain} says which of its forms this stand-in can write and read.
   *
   * @param compression as stated; Snowflake's default is AUTO, which is gzip for an unload
   * @param fieldDelimiter empty for NONE
   * @param recordDelimiter empty for NONE
   * @param escape whether there is any escape character
   * @param enclosed whether fields may be enclosed
   * @param nullIf what stands for NULL; an unload writes the first
   * @param replaceInvalid whether bytes that are no UTF-8 become U+FFFD; otherwise reading fails
   */
  record Csv(
      String compression,
      Optional<String> fieldDelimiter,
      Optional<String> recordDelimiter,
      boolean escape,
      boolean enclosed,
      List<String> nullIf,
      boolean emptyFieldAsNull,
      boolean replaceInvalid)
      implements FileFormat {

    /**
     * Text exactly as it is, one field a record: what a JSON document needs.
     *
     * @throws SnowflakeException naming the options that must be stated for it
     */
    void requirePlain() {
      if (!compression.equals("NONE")) {
        throw plain("COMPRESSION = NONE");
      }
      if (fieldDelimiter.isPresent()) {
        throw plain("FIELD_DELIMITER = NONE");
      }
      if (escape) {
        throw plain("ESCAPE = NONE and ESCAPE_UNENCLOSED_FIELD = NONE");
      }
      if (enclosed) {
        throw plain("FIELD_OPTIONALLY_ENCLOSED_BY = NONE");
      }
    }

    private static SnowflakeException plain(String wanted) {
      return SnowflakeException.unsupported(
          "The sandbox writes and reads text only as it is: state " + wanted + ".");
    }
  }
}
