package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.function.ToLongFunction;

/**
 * Where a new stream begins: now, or at the place {@code AT(STREAM => '…')} or {@code AT(OFFSET =>
 * -seconds)} names, which must lie in the time the table's changes have been recorded.
 */
final class OffsetClause {

  private final Table base;
  private final ToLongFunction<Session> place;

  private OffsetClause(Table base, ToLongFunction<Session> place) {
    this.base = base;
    this.place = place;
  }

  static OffsetClause read(TokenReader statement, Session session, Table base) {
    if (statement.peek().isWord("BEFORE") && statement.peek(1).isSymbol("(")) {
      throw new UnsupportedSql("BEFORE(…) in CREATE STREAM");
    }
    if (!statement.accept("AT")) {
      return new OffsetClause(base, now -> now.engine().versions().committed());
    }
    statement.expectSymbol("(");
    String kind = statement.acceptAny("STREAM", "OFFSET");
    if (kind.isEmpty()) {
      throw new UnsupportedSql("AT(" + statement.peek().text() + " => …) in CREATE STREAM");
    }
    statement.expectSymbol("=>");
    OffsetClause clause =
        new OffsetClause(
            base, kind.equals("STREAM") ? ofStream(statement, session, base) : ago(statement));
    statement.expectSymbol(")");
    return clause;
  }

  /** The version; asked for inside the DDL, so that nothing is committed between it and its use. */
  long version(Session session) {
    long version = place.applyAsLong(session);
    if (version < base.trackedSince()) {
      throw new SnowflakeException(
          "000707",
          "02000",
          "Change data is not available for table '"
              + base.name()
              + "' at that time: its changes have been recorded since "
              + session.engine().versions().timeOf(base.trackedSince())
              + " only.");
    }
    return version;
  }

  private static ToLongFunction<Session> ofStream(
      TokenReader statement, Session session, Table base) {
    ObjectName name = ObjectName.parse(statement.string(), session);
    return now -> {
      TableStream other = now.engine().catalog().get(ObjectKind.STREAM, name, TableStream.class);
      other.requireReadable();
      if (other.base() != base) {
        throw SnowflakeException.compilation(
            "001003",
            "Stream '" + name + "' is on table '" + other.base() + "', not on '" + base + "'.");
      }
      return other.offset();
    };
  }

  private static ToLongFunction<Session> ago(TokenReader statement) {
    statement.expectSymbol("-");
    int seconds = statement.integer();
    return now -> {
      var engine = now.engine();
      return engine.versions().versionAt(engine.clock().instant().minusSeconds(seconds));
    };
  }
}
