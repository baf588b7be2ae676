package dev.freshet.sandbox.snowflake.stream;

import java.util.List;

/** When a stream's offset moves, what transactions see of it and what they lock. */
final class OffsetCases {

  private static final String INTRO = "user-guide/streams-intro";
  private static final String REPEATABLE = INTRO + "#repeatable-read-isolation";
  private static final String HAS_DATA = "sql-reference/functions/system_stream_has_data";

  static final List<StreamCase> ALL =
      List.of(
          new StreamCase(
              "SELECT does not consume, in a transaction or outside one",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: s = +1:one
              a: BEGIN
              a: s = +1:one
              a: INSERT INTO sink VALUES (1, 'not from the stream')
              a: COMMIT
              a: s = +1:one
              """),
          new StreamCase(
              "INSERT … SELECT consumes its stream and no other",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: INSERT INTO sink SELECT id, v FROM s
              a: s = nothing
              a: inserts = +1:one
              a: [SELECT v FROM sink] = one
              a: INSERT INTO t VALUES (2, 'two')
              a: s = +2:two
              """),
          new StreamCase(
              "a DML consumes all of a stream, whatever it takes",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one'), (2, 'two')
              a: INSERT INTO sink SELECT id, v FROM s WHERE id = 1
              a: s = nothing
              a: INSERT INTO t VALUES (3, 'three')
              a: INSERT INTO sink SELECT id, v FROM s WHERE FALSE
              a: s = nothing
              """),
          new StreamCase(
              "CREATE TABLE AS consumes",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: CREATE TABLE copy AS SELECT id, v FROM s
              a: [SELECT COUNT(*) FROM copy] = 1
              a: s = nothing
              """),
          new StreamCase(
              "COPY INTO a location consumes",
              INTRO,
              """
              a: CREATE STAGE files
              a: INSERT INTO t VALUES (1, 'one')
              a: COPY INTO @files/x/ FROM (SELECT v FROM s) FILE_FORMAT = (TYPE = PARQUET) HEADER = TRUE
              a: s = nothing
              """),
          new StreamCase(
              "COPY INTO a location that is rolled back does not consume",
              INTRO,
              """
              a: CREATE STAGE files
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              a: COPY INTO @files/x/ FROM (SELECT v FROM s) FILE_FORMAT = (TYPE = PARQUET) HEADER = TRUE
              a: ROLLBACK
              a: s = +1:one
              """),
          new StreamCase(
              "MERGE, UPDATE, DELETE and multi-table INSERT consume",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: MERGE INTO sink USING s ON sink.id = s.id WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v)
              a: s = nothing
              a: UPDATE t SET v = 'un' WHERE id = 1
              a: UPDATE sink SET v = s.v FROM s WHERE sink.id = s.id AND METADATA$ACTION = 'INSERT'
              a: s = nothing
              a: [SELECT v FROM sink] = un
              a: DELETE FROM t WHERE id = 1
              a: DELETE FROM sink USING s WHERE sink.id = s.id
              a: s = nothing
              a: [SELECT COUNT(*) FROM sink] = 0
              a: INSERT INTO t VALUES (2, 'two'), (3, 'three')
              a: INSERT FIRST WHEN id = 2 THEN INTO sink (id, v) VALUES (id, 'even') WHEN v IS NOT NULL THEN INTO sink (id, v) VALUES (id, v) SELECT id, v FROM s
              a: [SELECT LISTAGG(v, ',') WITHIN GROUP (ORDER BY id) FROM sink] = even,three
              a: s = nothing
              """),
          new StreamCase(
              "a stream in a subquery or under a view is consumed too",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: INSERT INTO sink SELECT id, v FROM t WHERE id IN (SELECT id FROM s)
              a: s = nothing
              a: CREATE VIEW news AS SELECT id, v FROM s
              a: INSERT INTO t VALUES (2, 'two')
              a: [SELECT v FROM news] = two
              a: s = +2:two
              a: INSERT INTO sink SELECT * FROM news
              a: s = nothing
              """),
          new StreamCase(
              "what is rolled back consumes nothing",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              a: INSERT INTO sink SELECT id, v FROM s
              a: ROLLBACK
              a: s = +1:one
              a: [SELECT COUNT(*) FROM sink] = 0
              """),
          new StreamCase(
              "a DML that fails consumes nothing",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: INSERT INTO sink SELECT v, v FROM s -> fails: one
              a: s = +1:one
              """),
          new StreamCase(
              "a DML that fails in a transaction that is then committed consumes nothing",
              "sql-reference/transactions",
              """
              a: CREATE STAGE files
              a: COPY INTO @files/x.parquet FROM (SELECT v FROM t) FILE_FORMAT = (TYPE = PARQUET) HEADER = TRUE SINGLE = TRUE
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              a: INSERT INTO sink VALUES (2, 'before')
              a: COPY INTO @files/x.parquet FROM (SELECT v FROM s) FILE_FORMAT = (TYPE = PARQUET) HEADER = TRUE SINGLE = TRUE -> fails: x.parquet
              a: COMMIT
              a: [SELECT COUNT(*) FROM sink] = 1
              a: s = +1:one
              """),
          new StreamCase(
              "all statements of a transaction see the same records, its own changes not among them",
              REPEATABLE,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              a: s = +1:one
              a: UPDATE t SET v = 'un' WHERE id = 1
              a: INSERT INTO t VALUES (2, 'two')
              a: s = +1:one
              a: INSERT INTO sink SELECT id, v FROM s
              a: s = +1:one
              a: [SELECT COUNT(*) FROM s] = 1
              a: COMMIT
              a: s = *-1:one *+1:un +2:two
              a: [SELECT v FROM sink] = one
              """),
          new StreamCase(
              "a transaction sees a stream as of its start and moves it there",
              REPEATABLE,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              b: INSERT INTO t VALUES (2, 'two')
              a: [SELECT COUNT(*) FROM t] = 4
              a: s = +1:one
              b: s = +1:one +2:two
              a: INSERT INTO sink SELECT id, v FROM s
              a: COMMIT
              a: s = +2:two
              """),
          new StreamCase(
              "a stream used in a DML is locked until the transaction ends",
              REPEATABLE,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              a: INSERT INTO sink SELECT id, v FROM s
              b: ALTER SESSION SET LOCK_TIMEOUT = 0
              b: INSERT INTO sink SELECT id, v FROM s -> fails: lock
              b: s = +1:one
              a: COMMIT
              b: s = nothing
              b: INSERT INTO sink SELECT id, v FROM s
              b: [SELECT COUNT(*) FROM sink] = 1
              """),
          new StreamCase(
              "a transaction that began before another consumed the stream finds nothing left",
              REPEATABLE,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: BEGIN
              b: INSERT INTO sink SELECT id, v FROM s
              a: INSERT INTO sink SELECT id, v FROM s
              a: COMMIT
              a: [SELECT COUNT(*) FROM sink] = 1
              a: INSERT INTO t VALUES (2, 'two')
              a: s = +2:two
              """),
          new StreamCase(
              "HAS_DATA stays true until a DML consumes, even if nothing is left to see",
              HAS_DATA,
              """
              a: [SELECT SYSTEM$STREAM_HAS_DATA('s')] = false
              a: INSERT INTO t VALUES (1, 'one')
              a: DELETE FROM t WHERE id = 1
              a: s = nothing
              a: [SELECT SYSTEM$STREAM_HAS_DATA('s')] = true
              a: INSERT INTO sink SELECT id, v FROM s
              a: [SELECT COUNT(*) FROM sink] = 0
              a: [SELECT SYSTEM$STREAM_HAS_DATA('s')] = false
              """),
          new StreamCase(
              "HAS_DATA of an append-only stream counts insertions only",
              HAS_DATA,
              """
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: [SELECT SYSTEM$STREAM_HAS_DATA('inserts')] = false
              a: INSERT INTO t VALUES (1, 'one')
              a: [SELECT SYSTEM$STREAM_HAS_DATA('inserts')] = true
              """),
          new StreamCase(
              "the table's time at the offset changes only when changes are consumed",
              "sql-reference/functions/system_stream_get_table_timestamp",
              """
              a: CREATE TABLE noted AS SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('s') AS n
              a: INSERT INTO t VALUES (1, 'one')
              a: [SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('s') = n FROM noted] = true
              a: INSERT INTO sink SELECT id, v FROM s
              a: [SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('s') > n FROM noted] = true
              a: INSERT OVERWRITE INTO noted SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('s')
              a: INSERT INTO sink SELECT id, v FROM s
              a: [SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('s') = n FROM noted] = true
              """));

  private OffsetCases() {}
}
