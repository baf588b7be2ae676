package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.query.Query;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/**
 * A parsed {@code COPY INTO @location FROM …}.
 *
 * @param query the rows to unload
 */
record Unload(StageAddress target, Query query, FileFormat format, UnloadOptions options) {

  Unload {
    if (format instanceof FileFormat.Csv csv) {
      csv.requirePlain();
      if (!options.single() || options.header()) {
        throw SnowflakeException.unsupported(
            "The sandbox unloads text only with SINGLE = TRUE and HEADER = FALSE.");
      }
    }
    if (format instanceof FileFormat.Parquet && !options.header()) {
      throw SnowflakeException.unsupported(
          "The sandbox unloads Parquet only with HEADER = TRUE, which keeps the column names.");
    }
  }

  /** Reads the statement; everything in it is checked before anything is written. */
  static Unload read(Session session, TokenReader reader) {
    reader.expect("COPY", "INTO");
    StageAddress target = StageAddress.read(reader, session);
    reader.expect("FROM");
    Query query = source(session, reader);
    if (reader.startsWith("PARTITION", "BY")) {
      throw new UnsupportedSql("COPY INTO a location with PARTITION BY");
    }
    FormatClause format = new FormatClause(session);
    UnloadOptions.Collector options = new UnloadOptions.Collector();
    new OptionReader(reader, options.known(option -> format.read(option.tokens()))).readAll();
    reader.expectEnd();
    return new Unload(target, query, format.stated(), options.options());
  }

  private static Query source(Session session, TokenReader reader) {
    if (!reader.acceptSymbol("(")) {
      return Queries.translateName(session, reader);
    }
    Query query = Queries.translate(session, reader);
    reader.expectSymbol(")");
    return query;
  }
}
