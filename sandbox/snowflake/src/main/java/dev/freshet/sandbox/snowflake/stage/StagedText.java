package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text files of a stage in a FROM: {@code $1} is a record as it is. Files are read when the
 * statement is translated, so they are for small texts such as manifests. Source:
 * user-guide/querying-stage.
 */
final class StagedText implements Extensions.StageRelation {

  private static final String COLUMNS =
      Identifiers.encode("$1")
          + ", "
          + Identifiers.encode("METADATA$FILENAME")
          + ", "
          + Identifiers.encode("METADATA$FILE_ROW_NUMBER");

  @Override
  public String relation(Session session, Token stage, TokenReader afterStage) {
    StageAddress address = StageAddress.parse(stage.text(), session);
    FormatClause format = new FormatClause(session);
    Pattern pattern = clauses(afterStage, format);
    if (!(format.stated() instanceof FileFormat.Csv csv)) {
      throw new UnsupportedSql("reading files of a stage that are not text");
    }
    csv.requirePlain();
    try {
      return values(records(Stages.toRead(session, address), address, pattern, csv), csv);
    } catch (IOException e) {
      throw Stages.failed("reading " + address, e);
    }
  }

  /** Reads {@code ( FILE_FORMAT => …, PATTERN => … )}. */
  private static Pattern clauses(TokenReader reader, FormatClause format) {
    Pattern pattern = Pattern.compile(".*", Pattern.DOTALL);
    if (!reader.acceptSymbol("(")) {
      return pattern;
    }
    do {
      if (reader.accept("FILE_FORMAT")) {
        reader.expectSymbol("=>");
        format.name(reader);
      } else {
        reader.expect("PATTERN");
        reader.expectSymbol("=>");
        pattern = Pattern.compile(reader.string());
      }
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return pattern;
  }

  private record StagedRecord(String text, String file, int row) {}

  private static List<StagedRecord> records(
      Stage stage, StageAddress address, Pattern pattern, FileFormat.Csv csv) throws IOException {
    List<StagedRecord> records = new ArrayList<>();
    for (StagedFile file : stage.files().list(address.path())) {
      if (pattern.matcher(stage.listed(file.path())).matches()) {
        int row = 0;
        for (String text : split(read(stage, file, csv), csv)) {
          records.add(new StagedRecord(text, file.path(), ++row));
        }
      }
    }
    return records;
  }

  private static String read(Stage stage, StagedFile file, FileFormat.Csv csv) throws IOException {
    byte[] bytes = stage.files().read(file.path());
    if (csv.replaceInvalid()) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new SnowflakeException(
          "100145", "22000", "Invalid UTF8 detected in file '" + file.path() + "'", e);
    }
  }

  /** The delimiter behind the last record ends it; an empty file has no record. */
  private static List<String> split(String text, FileFormat.Csv csv) {
    if (text.isEmpty() || csv.recordDelimiter().isEmpty()) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    String delimiter = csv.recordDelimiter().get();
    // A new line is any of the three kinds.
    String regex = delimiter.equals("\n") ? "\r\n|\n|\r" : Pattern.quote(delimiter);
    String[] records = text.split(regex, -1);
    boolean ended = records[records.length - 1].isEmpty();
    return List.of(records).subList(0, ended ? records.length - 1 : records.length);
  }

  private static String values(List<StagedRecord> records, FileFormat.Csv csv) {
    if (records.isEmpty()) {
      return "(SELECT * FROM (VALUES ('', '', 0)) AS empty(" + COLUMNS + ") WHERE FALSE)";
    }
    String rows =
        records.stream()
            .map(r -> "(" + value(r.text(), csv) + ", " + literal(r.file()) + ", " + r.row() + ")")
            .collect(Collectors.joining(", "));
    return "(SELECT * FROM (VALUES " + rows + ") AS staged(" + COLUMNS + "))";
  }

  private static String value(String text, FileFormat.Csv csv) {
    boolean isNull = csv.nullIf().contains(text) || (text.isEmpty() && csv.emptyFieldAsNull());
    return isNull ? "NULL" : literal(text);
  }

  private static String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new SnowflakeException("100145", "22000", "a staged text holds a null character");
    }
    return "'" + text.replace("'", "''") + "'";
  }
}
