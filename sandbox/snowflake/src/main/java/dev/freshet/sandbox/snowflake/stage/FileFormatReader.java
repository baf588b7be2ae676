package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the options of a file format, TYPE first. The defaults are those of
 * sql-reference/sql/create-file-format.
 */
final class FileFormatReader {

  private final TokenReader reader;
  private String compression = "AUTO";
  private Optional<String> fieldDelimiter = Optional.of(",");
  private Optional<String> recordDelimiter = Optional.of("\n");
  private Optional<String> escape = Optional.empty();
  private Optional<String> escapeUnenclosed = Optional.of("\\");
  private Optional<String> enclosedBy = Optional.empty();
  private List<String> nullIf = List.of("\\N");
  private boolean emptyFieldAsNull = true;
  private boolean replaceInvalid;

  private FileFormatReader(TokenReader reader) {
    this.reader = reader;
  }

  /** Reads {@code TYPE = … option = value …}. */
  static FileFormat read(TokenReader reader) {
    reader.expect("TYPE");
    reader.expectSymbol("=");
    FileFormatReader format = new FileFormatReader(reader);
    String type = new OptionReader(reader, Map.of()).word();
    return switch (type) {
      case "PARQUET" -> format.parquet();
      case "CSV" -> format.csv();
      default -> throw new UnsupportedSql("files of TYPE = " + type + "; use PARQUET or CSV");
    };
  }

  private FileFormat parquet() {
    options(Map.of("COMPRESSION", o -> compression = o.word()));
    return switch (compression) {
      case "AUTO", "SNAPPY" -> new FileFormat.Parquet("SNAPPY");
      case "NONE" -> new FileFormat.Parquet("NONE");
      default -> throw new UnsupportedSql("COMPRESSION = " + compression + " for Parquet");
    };
  }

  private FileFormat csv() {
    options(
        Map.of(
            "COMPRESSION", o -> compression = o.word(),
            "FIELD_DELIMITER", o -> fieldDelimiter = o.textOrNone(),
            "RECORD_DELIMITER", o -> recordDelimiter = o.textOrNone(),
            "ESCAPE", o -> escape = o.textOrNone(),
            "ESCAPE_UNENCLOSED_FIELD", o -> escapeUnenclosed = o.textOrNone(),
            "FIELD_OPTIONALLY_ENCLOSED_BY", o -> enclosedBy = o.textOrNone(),
            "NULL_IF", o -> nullIf = o.texts(),
            "EMPTY_FIELD_AS_NULL", o -> emptyFieldAsNull = o.bool(),
            "REPLACE_INVALID_CHARACTERS", o -> replaceInvalid = o.bool()));
    return new FileFormat.Csv(
        compression,
        fieldDelimiter,
        recordDelimiter,
        escape.isPresent() || escapeUnenclosed.isPresent(),
        enclosedBy.isPresent(),
        nullIf,
        emptyFieldAsNull,
        replaceInvalid);
  }

  private void options(Map<String, Consumer<OptionReader>> known) {
    reader.acceptSymbol(",");
    new OptionReader(reader, known).readAll();
  }
}
