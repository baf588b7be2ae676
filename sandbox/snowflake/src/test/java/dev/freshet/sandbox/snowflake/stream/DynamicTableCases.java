package dev.freshet.sandbox.snowflake.stream;

import java.util.List;

/** Dynamic tables, and what streams on them show. */
final class DynamicTableCases {

  private static final String CREATE = "sql-reference/sql/create-dynamic-table";
  private static final String ALTER = "sql-reference/sql/alter-dynamic-table";
  private static final String STREAMS = "user-guide/dynamic-tables/streams-on-dts";
  private static final String QUERIES = "user-guide/dynamic-tables-supported-queries";

  static final List<StreamCase> ALL =
      List.of(
          new StreamCase(
              "a refresh shows as the difference it makes, updates as such",
              STREAMS,
              """
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL INITIALIZE = ON_CREATE AS SELECT id, UPPER(v) AS v FROM t WHERE id < 100
              a: CREATE STREAM ds ON DYNAMIC TABLE dt
              a: INSERT INTO t VALUES (1, 'one'), (200, 'out'), (2, 'two')
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: ds = nothing
              a: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = +1:ONE +2:TWO *-7:SEVEN *+7:SEPT
              a: DELETE FROM t WHERE id IN (1, 8)
              a: UPDATE t SET v = UPPER(v)
              a: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = +2:TWO *-7:SEVEN *+7:SEPT -8:EIGHT
              a: INSERT INTO sink SELECT id, v FROM ds
              a: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = nothing
              a: [SELECT SYSTEM$STREAM_HAS_DATA('ds')] = false
              a: [SELECT LISTAGG(v, ',') WITHIN GROUP (ORDER BY id) FROM dt] = TWO,SEPT
              """),
          new StreamCase(
              "joins and views; groups are new rows when they differ",
              QUERIES,
              """
              a: INSERT INTO sink VALUES (7, 'a'), (7, 'b'), (8, 'c')
              a: CREATE VIEW both AS SELECT t.id, sink.v FROM t JOIN sink ON t.id = sink.id
              a: CREATE DYNAMIC TABLE j TARGET_LAG = DOWNSTREAM WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT * FROM both
              a: CREATE DYNAMIC TABLE g TARGET_LAG = '2 hours' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, COUNT(*) AS v FROM j GROUP BY id
              a: CREATE STREAM js ON DYNAMIC TABLE j
              a: CREATE STREAM gs ON DYNAMIC TABLE g
              a: UPDATE sink SET v = 'bb' WHERE v = 'b'
              a: DELETE FROM sink WHERE v = 'c'
              a: INSERT INTO sink VALUES (7, 'd')
              a: ALTER DYNAMIC TABLE g REFRESH
              a: js = *-7:b *+7:bb -8:c +7:d
              a: gs = -7:2 +7:3 -8:1
              """),
          new StreamCase(
              "equal rows are kept apart, NULL from text",
              CREATE,
              """
              a: INSERT INTO t VALUES (1, NULL), (1, NULL), (1, 'NULL'), (1, 'null')
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, v FROM t LEFT JOIN (SELECT id AS other FROM sink) ON id = other
              a: [SELECT COUNT(*) FROM dt] = 6
              a: CREATE STREAM ds ON DYNAMIC TABLE dt
              a: UPDATE t SET v = 'x' WHERE id = 1 AND v IS NULL
              a: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = -1:null -1:null +1:x +1:x
              """),
          new StreamCase(
              "a rolled back change of a base table is in no refresh, an open one in none yet",
              "user-guide/dynamic-tables-refresh",
              """
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, v FROM t
              a: CREATE STREAM ds ON DYNAMIC TABLE dt
              a: BEGIN
              a: INSERT INTO t VALUES (1, 'one')
              a: ROLLBACK
              b: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = nothing
              a: INSERT INTO t VALUES (2, 'two')
              b: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = +2:two
              """),
          new StreamCase(
              "nothing but a refresh changes it",
              CREATE,
              """
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, v FROM t
              a: INSERT INTO dt VALUES (1, 'one') -> fails: dynamic table
              a: DELETE FROM dt -> fails: dynamic table
              a: MERGE INTO dt USING sink ON dt.id = sink.id WHEN MATCHED THEN DELETE -> fails: dynamic table
              a: TRUNCATE TABLE dt -> fails: dynamic table
              a: ALTER TABLE dt ADD COLUMN w VARCHAR -> fails: dynamic table
              """),
          new StreamCase(
              "streams take an incremental dynamic table by its kind, standard ones only",
              STREAMS,
              """
              a: CREATE DYNAMIC TABLE f TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = FULL AS SELECT id, v FROM t ORDER BY id LIMIT 1
              a: CREATE STREAM fs ON DYNAMIC TABLE f -> fails: not incrementally refreshed
              a: SELECT * FROM f CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's') -> fails: refreshed in full
              a: CREATE VIEW fv AS SELECT id FROM f
              a: CREATE STREAM fs ON VIEW fv -> fails: not incrementally refreshed
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, v FROM t
              a: CREATE STREAM ds ON TABLE dt -> fails: Object found is of type 'DYNAMIC_TABLE'
              a: CREATE STREAM ds ON DYNAMIC TABLE t -> fails: Object found is of type 'TABLE'
              a: CREATE STREAM ds ON DYNAMIC TABLE dt APPEND_ONLY = TRUE -> fails: append-only
              a: CREATE STREAM ds ON DYNAMIC TABLE dt
              a: DROP DYNAMIC TABLE dt
              a: SELECT * FROM ds -> fails: dropped
              """),
          new StreamCase(
              "what cannot be told by changes is refused as INCREMENTAL and is FULL as AUTO",
              QUERIES,
              """
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id FROM t LIMIT 1 -> fails: 'LIMIT'
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id FROM t UNION SELECT id FROM sink -> fails: 'UNION'
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id FROM t WHERE id IN (SELECT id FROM sink) -> fails: subqueries outside of FROM
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, CURRENT_TIMESTAMP() AS at FROM t -> fails: non-deterministic
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh AS SELECT id FROM s -> fails: stream
              a: CREATE DYNAMIC TABLE d WAREHOUSE = wh AS SELECT id FROM t -> fails: TARGET_LAG
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '5 seconds' WAREHOUSE = wh AS SELECT id FROM t -> fails: 5 seconds
              a: CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh AS SELECT id FROM t WHERE id IN (SELECT id FROM sink)
              a: CREATE STREAM x ON DYNAMIC TABLE d -> fails: not incrementally refreshed
              a: CREATE OR REPLACE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = wh AS SELECT id FROM t
              a: CREATE STREAM x ON DYNAMIC TABLE d
              """),
          new StreamCase(
              "ON_SCHEDULE leaves it uninitialized until it is refreshed, suspended or not",
              ALTER,
              """
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL INITIALIZE = ON_SCHEDULE AS SELECT id, v FROM t
              a: SELECT * FROM dt -> fails: not initialized
              a: ALTER DYNAMIC TABLE dt SUSPEND
              a: ALTER DYNAMIC TABLE dt REFRESH
              a: [SELECT COUNT(*) FROM dt] = 2
              a: ALTER DYNAMIC TABLE dt RESUME
              a: ALTER DYNAMIC TABLE IF EXISTS missing REFRESH
              a: ALTER DYNAMIC TABLE t REFRESH -> fails: does not exist
              """),
          new StreamCase(
              "recreating a base table leaves no row as it was",
              "user-guide/dynamic-tables-refresh",
              """
              a: CREATE TABLE u CHANGE_TRACKING = TRUE AS SELECT id, v FROM t
              a: CREATE DYNAMIC TABLE dt TARGET_LAG = '1 minute' WAREHOUSE = wh REFRESH_MODE = INCREMENTAL AS SELECT id, v FROM u
              a: CREATE STREAM ds ON DYNAMIC TABLE dt
              a: CREATE OR REPLACE TABLE u AS SELECT id, v FROM t WHERE id = 7
              a: ALTER DYNAMIC TABLE dt REFRESH -> fails: change tracking is not enabled
              a: ALTER TABLE u SET CHANGE_TRACKING = TRUE
              a: ALTER DYNAMIC TABLE dt REFRESH
              a: ds = -7:seven -8:eight +7:seven
              """));

  private DynamicTableCases() {}
}
