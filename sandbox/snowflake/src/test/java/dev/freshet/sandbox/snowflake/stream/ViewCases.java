package dev.freshet.sandbox.snowflake.stream;

import java.util.List;

/** What streams on views show. */
final class ViewCases {

  private static final String INTRO = "user-guide/streams-intro#streams-on-views";
  private static final String MANAGE = "user-guide/streams-manage";
  private static final String CREATE = "sql-reference/sql/create-stream";
  private static final String CHANGES = "sql-reference/constructs/changes";

  static final List<StreamCase> ALL =
      List.of(
          new StreamCase(
              "a view's rows come and go with its filter",
              INTRO,
              """
              a: CREATE VIEW big AS SELECT id, v FROM t WHERE id > 7
              a: CREATE STREAM vs ON VIEW big
              a: vs = nothing
              a: INSERT INTO t VALUES (1, 'one'), (9, 'nine')
              a: vs = +9:nine
              a: UPDATE t SET id = 20 WHERE id = 1
              a: UPDATE t SET id = 2 WHERE id = 8
              a: UPDATE t SET v = 'neuf' WHERE id = 9
              a: vs = +20:one -8:eight +9:neuf
              a: INSERT INTO sink SELECT id, v FROM vs
              a: vs = nothing
              a: UPDATE t SET v = 'NEUF' WHERE id = 9
              a: vs = *-9:neuf *+9:NEUF
              """),
          new StreamCase(
              "a change the view does not show is none, though the stream may say it has data",
              INTRO,
              """
              a: CREATE VIEW keys AS SELECT id, UPPER('x') AS v FROM t
              a: CREATE STREAM vs ON VIEW keys
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: vs = nothing
              a: [SELECT SYSTEM$STREAM_HAS_DATA('vs')] = true
              a: INSERT INTO sink SELECT id, v FROM vs
              a: [SELECT SYSTEM$STREAM_HAS_DATA('vs')] = false
              """),
          new StreamCase(
              "a change of one joined row is one of every row of the view it is in",
              INTRO,
              """
              a: INSERT INTO sink VALUES (7, 'a'), (7, 'b'), (8, 'c')
              a: CREATE VIEW joined AS SELECT t.id, t.v || s2.v AS v FROM t JOIN sink s2 ON t.id = s2.id
              a: CREATE STREAM vs ON VIEW joined
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: vs = *-7:sevena *+7:septa *-7:sevenb *+7:septb
              a: DELETE FROM sink WHERE v = 'a'
              a: vs = -7:sevena *-7:sevenb *+7:septb
              a: INSERT INTO sink VALUES (8, 'd'), (9, 'e')
              a: vs = -7:sevena *-7:sevenb *+7:septb +8:eightd
              a: UPDATE t SET v = 'seven' WHERE id = 7
              a: vs = -7:sevena +8:eightd
              """),
          new StreamCase(
              "CROSS JOIN, USING and a join with itself",
              INTRO,
              """
              a: INSERT INTO sink VALUES (7, 'x')
              a: CREATE VIEW crossed AS SELECT a.id, b.v FROM t a CROSS JOIN t b
              a: CREATE STREAM c ON VIEW crossed
              a: CREATE VIEW used AS SELECT id, sink.v FROM t JOIN sink USING (id)
              a: CREATE STREAM u ON VIEW used
              a: DELETE FROM t WHERE id = 7
              a: c = -7:seven -7:eight -8:seven
              a: u = -7:x
              """),
          new StreamCase(
              "the members of UNION ALL have rows of their own, also of one table",
              INTRO,
              """
              a: CREATE VIEW twice AS SELECT id, v FROM t UNION ALL SELECT id, v || '2' FROM t WHERE id > 7 UNION ALL SELECT * FROM sink
              a: CREATE STREAM vs ON VIEW twice
              a: UPDATE t SET v = v || '!'
              a: INSERT INTO sink VALUES (1, 'one')
              a: vs = *-7:seven *+7:seven! *-8:eight *+8:eight! *-8:eight2 *+8:eight!2 +1:one
              a: [SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM vs] = 4
              """),
          new StreamCase(
              "views over views, subqueries in FROM, WITH, and *",
              INTRO,
              """
              a: CREATE VIEW inside AS SELECT * FROM t WHERE id < 100
              a: CREATE VIEW outside AS WITH c AS (SELECT id, v FROM inside), d AS (SELECT x.* FROM (SELECT * EXCLUDE (v), v FROM c) x) SELECT d.*  FROM d JOIN c ON d.id = c.id
              a: CREATE STREAM vs ON VIEW outside
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: INSERT INTO t VALUES (200, 'out'), (1, 'one')
              a: vs = *-7:seven *+7:sept +1:one
              """),
          new StreamCase(
              "columns renamed by a CTE, a view's list and an alias, natural joins, variants",
              INTRO,
              """
              a: CREATE TABLE docs (id NUMBER, body VARIANT, at TIMESTAMP_TZ)
              a: INSERT INTO docs SELECT 7, PARSE_JSON('{"a": [1, 2]}'), '2026-01-01 00:00:00 +02:00'
              a: CREATE VIEW n (key, v) AS WITH c (k, b) AS (SELECT id, body FROM docs) SELECT x.a, x.b || '' FROM (SELECT k, b:a[0]::VARCHAR FROM c) AS x (a, b)
              a: CREATE VIEW m AS SELECT id, v || TO_CHAR(at, 'YYYY') AS v FROM t NATURAL JOIN docs
              a: CREATE VIEW p AS SELECT key AS id, v FROM n
              a: CREATE STREAM ps ON VIEW p
              a: CREATE STREAM ms ON VIEW m
              a: UPDATE docs SET body = PARSE_JSON('{"a": [3]}')
              a: ps = *-7:1 *+7:3
              a: ms = nothing
              a: UPDATE docs SET at = '2027-01-01 00:00:00 +02:00'
              a: ps = *-7:1 *+7:3
              a: ms = *-7:seven2026 *+7:seven2027
              """),
          new StreamCase(
              "row ids are the view's own, the same at every reading and in every stream on it",
              CREATE + "#output",
              """
              a: CREATE VIEW w AS SELECT id, v FROM t
              a: CREATE STREAM vs ON VIEW w
              a: CREATE STREAM vs2 ON VIEW w
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: [SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM vs] = 1
              a: [SELECT COUNT(*) FROM vs JOIN s ON vs.METADATA$ROW_ID = s.METADATA$ROW_ID] = 0
              a: CREATE TABLE ids AS SELECT METADATA$ROW_ID AS row_id FROM vs WHERE METADATA$ACTION = 'INSERT'
              a: vs = nothing
              a: DELETE FROM t WHERE id = 7
              a: [SELECT COUNT(*) FROM vs JOIN ids ON vs.METADATA$ROW_ID = row_id] = 1
              a: [SELECT COUNT(*) FROM vs2 JOIN ids ON vs2.METADATA$ROW_ID = row_id] = 1
              """),
          new StreamCase(
              "APPEND_ONLY shows rows as they were inserted",
              CREATE,
              """
              a: CREATE VIEW big AS SELECT id, v FROM t WHERE id > 7
              a: CREATE STREAM vs ON VIEW big APPEND_ONLY = TRUE
              a: INSERT INTO t VALUES (9, 'nine'), (1, 'one')
              a: UPDATE t SET id = id + 100
              a: DELETE FROM t
              a: vs = +9:nine
              """),
          new StreamCase(
              "SHOW_INITIAL_ROWS shows the view's rows first",
              CREATE,
              """
              a: CREATE VIEW w AS SELECT id, v FROM t
              a: CREATE STREAM vs ON VIEW w SHOW_INITIAL_ROWS = TRUE
              a: INSERT INTO t VALUES (1, 'one')
              a: vs = +7:seven +8:eight
              a: INSERT INTO sink SELECT id, v FROM vs
              a: vs = +1:one
              """),
          new StreamCase(
              "a transaction sees the view up to its BEGIN, whichever table changes",
              INTRO,
              """
              a: CREATE VIEW joined AS SELECT t.id, sink.v FROM t JOIN sink ON t.id = sink.id
              a: CREATE STREAM vs ON VIEW joined
              a: INSERT INTO sink VALUES (7, 'a')
              a: BEGIN
              b: INSERT INTO sink VALUES (8, 'b')
              a: vs = +7:a
              a: CREATE TEMPORARY TABLE other (id NUMBER, v VARCHAR)
              a: BEGIN
              b: INSERT INTO t VALUES (7, 'again')
              a: INSERT INTO other SELECT id, v FROM vs
              a: vs = +7:a +8:b
              a: COMMIT
              a: vs = +7:a
              """),
          new StreamCase(
              "queries whose rows come from no single rows are refused",
              INTRO,
              """
              a: CREATE VIEW g AS SELECT id, COUNT(*) AS v FROM t GROUP BY id
              a: CREATE STREAM x ON VIEW g -> fails: Change tracking is not supported on queries with
              a: CREATE VIEW m AS SELECT MAX(id) AS id FROM t
              a: CREATE STREAM x ON VIEW m -> fails: aggregate or window functions
              a: CREATE VIEW q AS SELECT id, v FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY v) = 1
              a: CREATE STREAM x ON VIEW q -> fails: Change tracking is not supported
              a: CREATE VIEW d AS SELECT DISTINCT id FROM t
              a: CREATE STREAM x ON VIEW d -> fails: 'DISTINCT'
              a: CREATE VIEW l AS SELECT id FROM t LIMIT 1
              a: CREATE STREAM x ON VIEW l -> fails: 'LIMIT'
              a: CREATE VIEW i AS SELECT id FROM t WHERE id IN (SELECT id FROM sink)
              a: CREATE STREAM x ON VIEW i -> fails: subqueries outside of FROM
              a: CREATE VIEW e AS SELECT id FROM t WHERE EXISTS (SELECT 1 FROM sink WHERE sink.id = t.id)
              a: CREATE STREAM x ON VIEW e -> fails: subqueries outside of FROM
              a: CREATE VIEW o AS SELECT t.id FROM t LEFT JOIN sink ON t.id = sink.id
              a: CREATE STREAM x ON VIEW o -> fails: [LEFT_OUTER_JOIN]
              a: CREATE VIEW n AS SELECT id FROM t UNION SELECT id FROM sink
              a: CREATE STREAM x ON VIEW n -> fails: 'UNION'
              a: CREATE VIEW ss AS SELECT id FROM s
              a: CREATE STREAM x ON VIEW ss -> fails: reads a stream
              a: CREATE VIEW w CHANGE_TRACKING = TRUE AS SELECT id FROM t
              a: CREATE STREAM x ON TABLE w -> fails: Object found is of type 'VIEW'
              a: CREATE STREAM x ON VIEW t -> fails: Object found is of type 'TABLE'
              """),
          new StreamCase(
              "recreating the view, one under it, or a base table breaks the stream; a comment does not",
              INTRO,
              """
              a: CREATE TABLE u (id NUMBER, v VARCHAR)
              a: CREATE VIEW inside AS SELECT id, v FROM u
              a: CREATE VIEW w AS SELECT id, v FROM inside
              a: CREATE STREAM v1 ON VIEW w
              a: COMMENT ON VIEW w IS 'still the same'
              a: v1 = nothing
              a: CREATE OR REPLACE VIEW w AS SELECT id, v FROM inside
              a: SELECT * FROM v1 -> fails: View
              a: CREATE STREAM v2 ON VIEW w
              a: CREATE OR REPLACE VIEW inside AS SELECT id, v FROM u
              a: SELECT * FROM v2 -> fails: dropped or replaced
              a: CREATE STREAM v3 ON VIEW w
              a: CREATE OR REPLACE TABLE u (id NUMBER, v VARCHAR)
              a: SELECT * FROM v3 -> fails: Base table
              a: SELECT SYSTEM$STREAM_HAS_DATA('v3') -> fails: Base table
              """),
          new StreamCase(
              "there is no table version of a view",
              "sql-reference/functions/system_stream_get_table_timestamp",
              """
              a: CREATE VIEW w AS SELECT id, v FROM t
              a: CREATE STREAM vs ON VIEW w
              a: SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('vs') -> fails: for streams on tables
              """),
          new StreamCase(
              "CHANGES needs tracking of the view and its tables; it tells what a stream would",
              CHANGES + ", " + MANAGE,
              """
              a: CREATE VIEW w AS SELECT id, v FROM t WHERE id > 7
              a: SELECT * FROM w CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's') -> fails: ALTER VIEW
              a: ALTER VIEW w SET CHANGE_TRACKING = TRUE
              a: INSERT INTO t VALUES (9, 'nine')
              a: UPDATE t SET v = 'acht' WHERE id = 8
              a: [SELECT COUNT(*) FROM w CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's')] = 3
              a: [SELECT COUNT(*) FROM w CHANGES(INFORMATION => APPEND_ONLY) AT(STREAM => 's')] = 1
              a: CREATE STREAM vs ON VIEW w AT(STREAM => 's') -> fails: not on
              a: CREATE STREAM vs ON VIEW w
              a: DELETE FROM t WHERE id = 9
              a: [SELECT v FROM w CHANGES(INFORMATION => DEFAULT) AT(STREAM => 'vs')] = nine
              a: CREATE STREAM again ON VIEW w AT(STREAM => 'vs')
              a: again = -9:nine
              a: CREATE VIEW g AS SELECT COUNT(*) AS n FROM t
              a: ALTER VIEW g SET CHANGE_TRACKING = TRUE -> fails: Change tracking is not supported
              """),
          new StreamCase(
              "AT reads a view as its tables were, whatever its query",
              "sql-reference/constructs/at-before",
              """
              a: CREATE VIEW g AS SELECT COUNT(*) AS n FROM t WHERE EXISTS (SELECT 1 FROM t)
              a: [SELECT n FROM g AT(OFFSET => -0)] = 2
              a: CREATE VIEW untracked AS SELECT id FROM sink
              a: SELECT id FROM untracked AT(OFFSET => -0) -> fails: Change tracking is not enabled
              """));

  private ViewCases() {}
}
