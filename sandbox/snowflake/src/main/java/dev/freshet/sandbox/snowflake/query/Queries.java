package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;

/** What statements do with queries: translate, describe, run. */
public final class Queries {

  private Queries() {}

  /** Reads a query, up to the end of the statement or a closing bracket, and translates it. */
  public static Query translate(Session session, TokenReader reader) {
    throw new UnsupportedSql("queries " + session.id() + reader.rest());
  }

  /** The columns a query answers. */
  public static List<Column> describe(Session session, Query query) {
    throw new UnsupportedSql("queries " + session.id() + query.sql());
  }

  /** Runs a query; all its rows. */
  public static Result run(Session session, Query query, StatementType type) {
    throw new UnsupportedSql("queries " + session.id() + query.sql() + type);
  }
}
