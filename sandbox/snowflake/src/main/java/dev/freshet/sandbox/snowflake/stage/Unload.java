package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.query.Query;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Optional;

/**
 * A parsed {@code COPY INTO @location FROM …}.
 *
 * @param query the rows to unload
 * @param partition DuckDB's SQL of PARTITION BY, over the columns of the query
 */
record Unload(
    StageAddress target,
    Query query,
    Optional<String> partition,
    FileFormat format,
    UnloadOptions options) {

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
    Optional<String> partition = Optional.empty();
    if (reader.accept("PARTITION", "BY")) {
      String rows = "(" + query.sql() + ") AS unloaded";
      partition = Optional.of(Queries.expression(session, session, reader, rows));
    }
    FormatClause format = new FormatClause(session);
    UnloadOptions.Collector options = new UnloadOptions.Collector();
    new OptionReader(reader, options.known(option -> format.read(option.tokens()))).readAll();
    reader.expectEnd();
    return new Unload(
        target, query, partition, format.stated(), options.options(partition.isPresent()));
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
