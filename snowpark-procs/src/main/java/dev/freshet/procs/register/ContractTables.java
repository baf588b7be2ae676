package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.shape.KnownKeys;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a contract has of its own, in the order in which it is made. Each statement may be run
 * again. A stream is made last of what it needs and never replaced: that would lose what it holds.
 *
 * @param source what kind of object the contract's source is
 */
public record ContractTables(Contract contract, ContractSchema schema, SourceKind source) {
  private static final String HEAD_COLUMNS =
      """
      (
        ACCOUNT VARCHAR NOT NULL,
        DATABASE_NAME VARCHAR NOT NULL,
        SCHEMA_NAME VARCHAR NOT NULL,
        STAGE_URL VARCHAR NOT NULL,
        PROTOCOL_VERSION NUMBER(9,0) NOT NULL,
        CONTRACT VARCHAR NOT NULL,
        CONTRACT_VERSION VARCHAR,
        SEQUENCE NUMBER(19,0) NOT NULL,
        ANNOUNCED NUMBER(19,0) NOT NULL,
        WRITTEN NUMBER(19,0) NOT NULL,
        DIGEST VARCHAR,
        MANIFEST VARCHAR,
        LANES NUMBER(9,0) NOT NULL,
        LANES_SINCE NUMBER(19,0) NOT NULL,
        ATTEMPT NUMBER(19,0) NOT NULL,
        RUN VARCHAR NOT NULL,
        SOURCE_VERSION VARCHAR
      )
      COMMENT = 'One row: how far the contract is, and who is at work'\
      """;

  private static final String REHEARSAL_COLUMNS =
      """
      (
        ID VARCHAR NOT NULL,
        VERSION VARCHAR NOT NULL,
        STATE VARCHAR NOT NULL,
        CONTENT VARCHAR NOT NULL,
        WRITTEN_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
      )
      COMMENT = 'What was asked of the bridge before a version is put in force, and what failed'\
      """;

  private static final String REQUEST_COLUMNS =
      """
      (
        ID VARCHAR NOT NULL,
        KIND VARCHAR NOT NULL,
        OPTIONS VARCHAR NOT NULL,
        REASON VARCHAR NOT NULL,
        ACTOR VARCHAR DEFAULT CURRENT_USER(),
        REQUESTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
      )
      COMMENT = 'What was asked of the task: a snapshot, a rebaseline'\
      """;

  private static final String STEP_COLUMNS =
      """
      (
        REQUEST_ID VARCHAR NOT NULL,
        STEP NUMBER(19,0) NOT NULL,
        FROM_KEY VARCHAR,
        TO_KEY VARCHAR,
        AS_OF VARCHAR,
        SEQUENCE NUMBER(19,0),
        PUBLISHED NUMBER(19,0) NOT NULL,
        STATE VARCHAR NOT NULL,
        DETAIL VARCHAR NOT NULL,
        TAKEN_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
      )
      COMMENT = 'What was done of each request; keys after FROM_KEY up to TO_KEY'\
      """;

  private static final String TODO_COLUMNS =
      " (\n  SEQUENCE NUMBER(19,0),\n  RUN VARCHAR,\n  REQUESTED_AT TIMESTAMP_NTZ(9)%s\n)";

  List<String> statements() {
    return Stream.concat(head(schema).stream(), others().stream()).toList();
  }

  /** The schema, and HEAD in it. */
  static List<String> head(ContractSchema schema) {
    return List.of(
        "CREATE SCHEMA IF NOT EXISTS " + schema.qualified(),
        "CREATE TABLE IF NOT EXISTS " + schema.head() + " " + HEAD_COLUMNS);
  }

  /** What has the shape of the contract, and what else it needs. */
  List<String> others() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "CREATE TRANSIENT TABLE IF NOT EXISTS " + schema.staged() + " " + stagedColumns(),
                "CREATE TABLE IF NOT EXISTS "
                    + schema.todo()
                    + TODO_COLUMNS.formatted(" DEFAULT SYSDATE()")
                    // As long as there can be: without its stream no task wakes any more.
                    + "\nMAX_DATA_EXTENSION_TIME_IN_DAYS = 90",
                "CREATE TABLE IF NOT EXISTS " + schema.todoDone() + TODO_COLUMNS.formatted(""),
                "CREATE TABLE IF NOT EXISTS " + schema.rehearsals() + " " + REHEARSAL_COLUMNS,
                "CREATE TABLE IF NOT EXISTS " + schema.requests() + " " + REQUEST_COLUMNS,
                "CREATE TABLE IF NOT EXISTS " + schema.requestSteps() + " " + STEP_COLUMNS,
                "CREATE STREAM IF NOT EXISTS "
                    + schema.todoStream()
                    + " ON TABLE "
                    + schema.todo()
                    + " APPEND_ONLY = TRUE",
                sourceStream()));
    if (contract.kind() == Contract.Kind.STATE) {
      all.add("CREATE TABLE IF NOT EXISTS " + schema.keys() + " " + keysColumns());
    }
    // First, so that it sees every row that the other one does.
    all.addAll(0, Rewrites.objects(contract, schema, source));
    return all;
  }

  /**
   * Tables alone, for contracts that are there: a stream that is missing was lost, and making it
   * anew would hide that.
   */
  public static List<String> tables(Contract contract, ContractSchema schema) {
    // Only streams differ by the kind of the source.
    return new ContractTables(contract, schema, SourceKind.TABLE)
        .statements().stream().filter(s -> !s.startsWith("CREATE STREAM")).toList();
  }

  /** What KEYS needs for the fields that an older version does not have. */
  private List<String> addedToKeys(Contract older) {
    List<String> there = new KnownKeys(older, schema.keys()).columnsOfFields();
    return new KnownKeys(contract, schema.keys())
        .columnsOfFields().stream()
            .filter(column -> !there.contains(column))
            .map(c -> "ALTER TABLE " + schema.keys() + " ADD COLUMN IF NOT EXISTS " + c)
            .toList();
  }

  /** What the outbox and KEYS need for what an older version does not have. */
  List<String> added(Contract older) {
    Stream<String> toOutbox =
        contract.fields().stream()
            .filter(f -> older.fields().stream().noneMatch(o -> o.name().equals(f.name())))
            .map(Shape::stagedColumn)
            .map(c -> "ALTER TABLE " + schema.staged() + " ADD COLUMN IF NOT EXISTS " + c);
    return Stream.of(toOutbox, widened(older), addedToKeys(older).stream())
        .flatMap(all -> all)
        .toList();
  }

  /** Columns of the outbox are typed: a number that may have more digits now needs the room. */
  private Stream<String> widened(Contract older) {
    return contract.fields().stream()
        .filter(f -> older.fields().stream().anyMatch(o -> isWider(f, o)))
        .map(f -> Sql.quoted(f.name()) + " SET DATA TYPE " + f.type())
        .map(c -> "ALTER TABLE " + schema.staged() + " ALTER COLUMN " + c);
  }

  private static boolean isWider(Field next, Field older) {
    return next.name().equals(older.name())
        && next.type() instanceof SnowflakeType.Fixed wide
        && older.type() instanceof SnowflakeType.Fixed narrow
        && wide.precision() > narrow.precision();
  }

  private String stagedColumns() {
    Shape shape = new Shape(contract, schema.sourceStream());
    return "(\n  " + String.join(",\n  ", shape.stagedColumns()) + "\n)";
  }

  private String keysColumns() {
    KnownKeys keys = new KnownKeys(contract, schema.keys());
    return "(\n  "
        + String.join(",\n  ", keys.columns())
        + "\n)\nCOMMENT = 'Which row holds each key, and what was last published of it; the highest"
        + " ATTEMPT counts'";
  }

  private String sourceStream() {
    return "CREATE STREAM IF NOT EXISTS " + schema.sourceStream() + " " + source.streamOn(contract);
  }
}
