package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.time.Instant;
import java.util.function.ToLongFunction;

/**
 * Where a new stream begins: now, or at the place {@code AT(STREAM => '…')} or {@code AT(OFFSET =>
 * -seconds)} names, which must lie in the time the changes of its tables have been recorded.
 */
final class OffsetClause {

  private final ToLongFunction<Session> place;

  private OffsetClause(ToLongFunction<Session> place) {
    this.place = place;
  }

  static OffsetClause read(TokenReader statement, Session session, StreamSource source) {
    if (statement.peek().isWord("BEFORE") && statement.peek(1).isSymbol("(")) {
      throw new UnsupportedSql("BEFORE(…) in CREATE STREAM");
    }
    if (!statement.accept("AT")) {
      return new OffsetClause(now -> now.engine().versions().committed());
    }
    statement.expectSymbol("(");
    String kind = statement.acceptAny("STREAM", "OFFSET");
    if (kind.isEmpty()) {
      throw new UnsupportedSql("AT(" + statement.peek().text() + " => …) in CREATE STREAM");
    }
    statement.expectSymbol("=>");
    OffsetClause clause =
        new OffsetClause(
            kind.equals("STREAM") ? ofStream(statement, session, source) : ago(statement, source));
    statement.expectSymbol(")");
    return clause;
  }

  /** The version; asked for inside the DDL, so that nothing is committed between it and its use. */
  long version(Session session) {
    return place.applyAsLong(session);
  }

  private static ToLongFunction<Session> ofStream(
      TokenReader statement, Session session, StreamSource source) {
    ObjectName name = ObjectName.parse(statement.string(), session);
    return now -> {
      TableStream other = now.engine().catalog().get(ObjectKind.STREAM, name, TableStream.class);
      other.requireReadable();
      Relation on = other.source().relation();
      if (!on.name().equals(source.relation().name())) {
        throw SnowflakeException.compilation(
            "001003",
            "Stream '%s' is on '%s', not on '%s'."
                .formatted(name, on.name(), source.relation().name()));
      }
      return other.offset();
    };
  }

  private static ToLongFunction<Session> ago(TokenReader statement, StreamSource source) {
    statement.expectSymbol("-");
    int seconds = statement.integer();
    return session -> {
      VersionLog versions = session.engine().versions();
      Instant now = session.engine().clock().instant();
      Instant time = now.minusSeconds(seconds);
      source.tables().forEach(t -> Retention.requireReach(t, versions, time, now));
      return versions.versionAt(time);
    };
  }
}
