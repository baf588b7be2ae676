package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parsed {@code COPY INTO @location FROM …}.
 *
 * @param query the rows to unload, in Snowflake's SQL
 */
record Unload(StageAddress target, String query, FileFormat format, UnloadOptions options) {

  Unload {
    if (format instanceof FileFormat.Csv csv) {
      csv.requirePlain();
      if (!options.single() || options.header()) {
        throw new IllegalArgumentException(
            "the sandbox unloads text only with SINGLE = TRUE and HEADER = FALSE");
      }
    }
    if (format instanceof FileFormat.Parquet && !options.header()) {
      throw new IllegalArgumentException(
          "the sandbox unloads Parquet only with HEADER = TRUE, which keeps the column names");
    }
  }

  /**
   * @param formats the file formats by name
   */
  static Unload read(
      TokenReader reader, Namespace namespace, Function<ObjectName, FileFormat> formats) {
    reader.expect("COPY", "INTO");
    StageAddress target = StageAddress.read(reader, namespace);
    reader.expect("FROM");
    String query = source(reader);
    if (reader.startsWith("PARTITION", "BY")) {
      throw new UnsupportedSql("COPY INTO a location with PARTITION BY");
    }
    FormatClause clause = new FormatClause(namespace, formats);
    UnloadOptions.Collector options = new UnloadOptions.Collector();
    new OptionReader(reader, options.known(clause::read)).readAll();
    reader.expectEnd();
    return new Unload(target, query, clause.found(reader), options.options());
  }

  private static String source(TokenReader reader) {
    int mark = reader.mark();
    if (!reader.acceptSymbol("(")) {
      reader.dottedName();
      return "SELECT * FROM " + reader.textSince(mark);
    }
    reader.reset(mark);
    int length = reader.aheadToClose();
    reader.next();
    int first = reader.mark();
    reader.reset(mark + length);
    String query = reader.textSince(first);
    reader.expectSymbol(")");
    return query;
  }

  /** {@code FILE_FORMAT = ( FORMAT_NAME = … | TYPE = … )}. */
  private static final class FormatClause {
    private final Namespace namespace;
    private final Function<ObjectName, FileFormat> formats;
    private @Nullable FileFormat format;

    FormatClause(Namespace namespace, Function<ObjectName, FileFormat> formats) {
      this.namespace = namespace;
      this.formats = formats;
    }

    void read(OptionReader option) {
      TokenReader reader = option.tokens();
      reader.expectSymbol("(");
      if (reader.accept("FORMAT_NAME")) {
        reader.expectSymbol("=");
        format = formats.apply(FormatName.read(reader, namespace));
      } else {
        format = FileFormatReader.read(reader);
      }
      reader.expectSymbol(")");
    }

    FileFormat found(TokenReader reader) {
      if (format == null) {
        throw reader.unexpected("the sandbox wants FILE_FORMAT stated");
      }
      return format;
    }
  }
}
