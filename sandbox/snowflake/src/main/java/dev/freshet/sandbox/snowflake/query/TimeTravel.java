package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
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
import java.util.List;
import java.util.Optional;

/**
 * {@code AT(…)}, {@code BEFORE(…)} and {@code CHANGES(…) AT(…) END(…)} behind a table or view: for
 * tables whose changes are tracked, and views of such. Sources: sql-reference/constructs/at-before
 * and /changes.
 */
final class TimeTravel {

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private final Relation relation;

  private TimeTravel(Translation translation, Scope scope, Relation relation) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
    this.relation = relation;
  }

  /** The clause behind a relation's name, if there is one. */
  static Optional<String> read(Translation translation, Scope scope, Relation relation) {
    return new TimeTravel(translation, scope, relation).clause();
  }

  private Optional<String> clause() {
    if (!reader.peek(1).isSymbol("(")) {
      return Optional.empty();
    }
    String kind = reader.acceptAny("AT", "BEFORE", "CHANGES");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (kind.equals("BEFORE") || translation.past().isPresent()) {
      throw new UnsupportedSql(kind + "(…)" + (kind.equals("BEFORE") ? "" : " in a view, here"));
    }
    return Optional.of("(" + (kind.equals("AT") ? asOf() : changes()) + ")");
  }

  private String asOf() {
    long version = point(tracked(Past.now()), false);
    if (relation instanceof Table table) {
      return Changes.asOf(table, version);
    }
    Translation past = translation.over(Past.asOf(version));
    Scope alone = Scope.root(translation.session());
    return "SELECT * FROM " + new RelationTranslator(past, alone).rowsOf((View) relation);
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
    requireOpenView();
    List<Table> tables = tracked(Past.tried());
    tables.stream().filter(t -> !t.tellsChanges()).forEach(TimeTravel::refuse);
    reader.expect("AT");
    long from = point(tables, true);
    long upTo =
        reader.accept("END")
            ? point(tables, true)
            : translation.session().engine().versions().committed();
    if (relation instanceof Table table) {
      return appendOnly ? Changes.appended(table, from, upTo) : Changes.net(table, from, upTo);
    }
    TracedView traced = new TracedView(translation, (View) relation);
    return appendOnly ? traced.appended(from, upTo) : traced.net(from, upTo);
  }

  /** The changes of a view are there to be asked for only if that was said of it. */
  private void requireOpenView() {
    if (relation instanceof View view && !view.tracked()) {
      throw untracked(view);
    }
  }

  /** The tables that are read; fails if the history of one is not kept. */
  private List<Table> tracked(Past past) {
    if (relation instanceof Table table) {
      requireTracked(table);
      return List.of(table);
    }
    List<Table> tables = TracedView.parts(translation.session(), (View) relation, past).tables();
    tables.forEach(TimeTravel::requireTracked);
    return tables;
  }

  private static void requireTracked(Table table) {
    if (!table.isTracked()) {
      throw untracked(table);
    }
  }

  private static void refuse(Table full) {
    throw new SnowflakeException(
        "002036",
        "22000",
        "Dynamic table '" + full.name() + "' is refreshed in full: its changes are not tracked.");
  }

  private static SnowflakeException untracked(Relation relation) {
    return new SnowflakeException(
        "002036",
        "22000",
        "Change tracking is not enabled on '"
            + relation.name()
            + "': the sandbox keeps no history of it. ALTER "
            + (relation instanceof View ? "VIEW" : "TABLE")
            + " … SET CHANGE_TRACKING = TRUE.");
  }

  /** {@code (TIMESTAMP => …)}, {@code (OFFSET => …)} or, with CHANGES, {@code (STREAM => '…')}. */
  private long point(List<Table> tables, boolean streamAllowed) {
    reader.expectSymbol("(");
    String kind = reader.acceptAny("TIMESTAMP", "OFFSET", "STREAM", "STATEMENT");
    reader.expectSymbol("=>");
    long version =
        switch (kind) {
          case "TIMESTAMP" -> versionAt(tables, timestamp());
          case "OFFSET" -> versionAt(tables, translation.now().plusSeconds(seconds()));
          case "STREAM" -> streamOffset(tables, streamAllowed);
          default -> throw reader.unexpected("the sandbox knows TIMESTAMP, OFFSET and STREAM here");
        };
    reader.expectSymbol(")");
    return version;
  }

  private long versionAt(List<Table> tables, Instant time) {
    requireReach(tables, time);
    return versions().versionAt(time);
  }

  private void requireReach(List<Table> tables, Instant time) {
    tables.forEach(t -> Retention.requireReach(t, versions(), time, translation.now()));
  }

  private VersionLog versions() {
    return translation.session().engine().versions();
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

  private long streamOffset(List<Table> tables, boolean allowed) {
    if (!allowed) {
      throw SnowflakeException.compilation("001003", "AT(STREAM => …) stands only with CHANGES.");
    }
    ObjectName name = ObjectName.parse(reader.string(), translation.namespace());
    Engine engine = translation.session().engine();
    TableStream stream = engine.catalog().get(ObjectKind.STREAM, name, TableStream.class);
    requireReach(tables, versions().timeOf(stream.offset()));
    return stream.offset();
  }
}
