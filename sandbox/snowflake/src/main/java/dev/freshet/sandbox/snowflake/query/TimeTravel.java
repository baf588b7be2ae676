package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.Changes;
import dev.freshet.sandbox.snowflake.stream.Retention;
import dev.freshet.sandbox.snowflake.stream.TableStream;
import dev.freshet.sandbox.snowflake.stream.VersionLog;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code table AT(…)}, {@code BEFORE(…)} and {@code table CHANGES(…) AT(…) END(…)}: for tables
 * whose changes are tracked. Sources: sql-reference/constructs/at-before and /changes.
 */
final class TimeTravel {

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private final Table table;

  private TimeTravel(Translation translation, Scope scope, Table table) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
    this.table = table;
  }

  /** The clause behind a table's name, if there is one. */
  static Optional<String> read(Translation translation, Scope scope, Table table) {
    return new TimeTravel(translation, scope, table).clause();
  }

  private Optional<String> clause() {
    if (!reader.peek(1).isSymbol("(")) {
      return Optional.empty();
    }
    if (reader.accept("AT")) {
      return Optional.of("(" + Changes.asOf(tracked(), point(false)) + ")");
    }
    if (reader.peek().isWord("BEFORE")) {
      throw new UnsupportedSql("BEFORE(…)");
    }
    return reader.accept("CHANGES") ? Optional.of(changes()) : Optional.empty();
  }

  private String changes() {
    reader.expectSymbol("(");
    reader.expect("INFORMATION");
    reader.expectSymbol("=>");
    boolean appendOnly = reader.accept("APPEND_ONLY");
    if (!appendOnly) {
      reader.expect("DEFAULT");
    }
    reader.expectSymbol(")");
    reader.expect("AT");
    long from = point(true);
    long upTo =
        reader.accept("END") ? point(true) : translation.session().engine().versions().committed();
    return "("
        + (appendOnly
            ? Changes.appended(tracked(), from, upTo)
            : Changes.net(tracked(), from, upTo))
        + ")";
  }

  private Table tracked() {
    if (!table.isTracked()) {
      throw new SnowflakeException(
          "002036",
          "22000",
          "Change tracking is not enabled on '"
              + table.name()
              + "': the sandbox keeps no history of it. ALTER TABLE … SET CHANGE_TRACKING = TRUE.");
    }
    return table;
  }

  /** {@code (TIMESTAMP => …)}, {@code (OFFSET => …)} or, with CHANGES, {@code (STREAM => '…')}. */
  private long point(boolean streamAllowed) {
    reader.expectSymbol("(");
    String kind = reader.acceptAny("TIMESTAMP", "OFFSET", "STREAM", "STATEMENT");
    reader.expectSymbol("=>");
    VersionLog versions = translation.session().engine().versions();
    long version =
        switch (kind) {
          case "TIMESTAMP" -> versionAt(versions, timestamp());
          case "OFFSET" -> versionAt(versions, translation.now().plusSeconds(seconds()));
          case "STREAM" -> streamOffset(streamAllowed);
          default -> throw reader.unexpected("the sandbox knows TIMESTAMP, OFFSET and STREAM here");
        };
    reader.expectSymbol(")");
    return version;
  }

  private long versionAt(VersionLog versions, Instant time) {
    Retention.requireReach(table, versions, time, translation.now());
    return versions.versionAt(time);
  }

  private long seconds() {
    Expr offset = new ExpressionTranslator(translation, scope).expression();
    return translation.session().duck().number("SELECT CAST(" + offset.sql() + " AS BIGINT)");
  }

  private Instant timestamp() {
    Scope alone = Scope.root(translation.session());
    Expr time = new ExpressionTranslator(translation, alone).expression();
    Expr zoned = Casts.cast(alone, time, SqlType.TIMESTAMP_LTZ);
    String nanos = Moments.instant(alone, zoned.sql(), SqlType.TIMESTAMP_LTZ);
    String found = translation.session().duck().rows("SELECT " + nanos).get(0)[0];
    if (found == null) {
      throw SnowflakeException.compilation("002042", "AT(TIMESTAMP => …) of NULL.");
    }
    return Nanos.instant(new BigInteger(found));
  }

  private long streamOffset(boolean allowed) {
    if (!allowed) {
      throw SnowflakeException.compilation("001003", "AT(STREAM => …) stands only with CHANGES.");
    }
    ObjectName name = ObjectName.parse(reader.string(), translation.namespace());
    Engine engine = translation.session().engine();
    TableStream stream = engine.catalog().get(ObjectKind.STREAM, name, TableStream.class);
    VersionLog versions = engine.versions();
    Instant time = versions.timeOf(stream.offset());
    Retention.requireReach(table, versions, time, translation.now());
    return stream.offset();
  }
}
