package dev.freshet.sandbox.snowflake.stream;

import java.util.List;

/** Streams as objects: how they are created, replaced, shown and orphaned. */
final class ObjectCases {

  private static final String INTRO = "user-guide/streams-intro";
  private static final String CREATE = "sql-reference/sql/create-stream";

  static final List<StreamCase> ALL =
      List.of(
          new StreamCase(
              "CREATE OR REPLACE begins anew, IF NOT EXISTS leaves as it is",
              CREATE,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: CREATE STREAM IF NOT EXISTS s ON TABLE t
              a: s = +1:one
              a: CREATE STREAM s ON TABLE t -> fails: already exists
              a: CREATE OR REPLACE STREAM s ON TABLE t
              a: s = nothing
              """),
          new StreamCase(
              "AT(STREAM) takes over an offset, even of the stream replaced",
              CREATE,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: CREATE STREAM s2 ON TABLE t AT(STREAM => 's')
              a: s2 = +1:one
              a: CREATE OR REPLACE STREAM s ON TABLE t AT(STREAM => 's') COMMENT = 'again'
              a: s = +1:one
              a: CREATE STREAM s3 ON TABLE sink AT(STREAM => 's') -> fails: not on
              """),
          new StreamCase(
              "AT(OFFSET) reaches back only as far as changes are recorded",
              CREATE,
              """
              a: CREATE STREAM s2 ON TABLE t AT(OFFSET => -0)
              a: s2 = nothing
              a: CREATE STREAM s3 ON TABLE t AT(OFFSET => -86400) -> fails: Time travel data is not available
              """),
          new StreamCase(
              "SHOW_INITIAL_ROWS shows first only what the table held, then changes since",
              CREATE,
              """
              a: CREATE STREAM s2 ON TABLE t SHOW_INITIAL_ROWS = TRUE
              a: [SELECT SYSTEM$STREAM_HAS_DATA('s2')] = true
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: s2 = +7:seven +8:eight
              a: INSERT INTO sink SELECT id, v FROM s2
              a: s2 = *-7:seven *+7:sept
              """),
          new StreamCase(
              "a stream is on a table that is there",
              CREATE,
              """
              a: CREATE STREAM s2 ON STAGE st -> fails: does not support streams on
              a: CREATE STREAM s2 ON TABLE missing -> fails: does not exist
              a: CREATE STREAM s2 ON TABLE t INSERT_ONLY = TRUE -> fails: APPEND_ONLY
              """),
          new StreamCase(
              "DROP STREAM",
              "sql-reference/sql/drop-stream",
              """
              a: DROP STREAM s
              a: SELECT * FROM s -> fails: does not exist
              a: DROP STREAM s -> fails: does not exist
              a: DROP STREAM IF EXISTS s
              """),
          new StreamCase(
              "CREATE OR REPLACE of the table makes its streams stale",
              INTRO + "#data-retention-period-and-staleness",
              """
              a: CREATE OR REPLACE TABLE t (id NUMBER, v VARCHAR)
              a: SELECT * FROM s -> fails: dropped, cannot read from stream
              a: INSERT INTO sink SELECT id, v FROM s -> fails: dropped, cannot read from stream
              a: SELECT SYSTEM$STREAM_HAS_DATA('s') -> fails: dropped, cannot read from stream
              a: CREATE OR REPLACE STREAM s ON TABLE t
              a: INSERT INTO t VALUES (1, 'one')
              a: s = +1:one
              """),
          new StreamCase(
              "a table dropped and created again is not the stream's",
              INTRO,
              """
              a: DROP TABLE t
              a: SELECT * FROM s -> fails: dropped, cannot read from stream
              a: CREATE TABLE t (id NUMBER, v VARCHAR)
              a: SELECT * FROM s -> fails: dropped, cannot read from stream
              """),
          new StreamCase(
              "renaming the table leaves its streams as they are",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: ALTER TABLE t RENAME TO t9
              a: INSERT INTO t9 VALUES (2, 'two')
              a: s = +1:one +2:two
              """),
          new StreamCase(
              "CHANGE_TRACKING records before there is a stream",
              "sql-reference/sql/create-table",
              """
              a: CREATE TABLE tracked (id NUMBER, v VARCHAR) CHANGE_TRACKING = TRUE
              a: INSERT INTO tracked VALUES (1, 'one')
              a: [SELECT COUNT(*) FROM tracked CHANGES(INFORMATION => DEFAULT) AT(OFFSET => -0)] = 0
              a: ALTER TABLE sink SET CHANGE_TRACKING = TRUE
              a: INSERT INTO sink VALUES (1, 'one')
              a: [SELECT COUNT(*) FROM sink AT(OFFSET => -0)] = 1
              """),
          new StreamCase(
              "AT reaches back only as far as changes are recorded and retained",
              "user-guide/data-time-travel",
              """
              a: [SELECT COUNT(*) FROM t AT(OFFSET => -0)] = 2
              a: SELECT * FROM t AT(OFFSET => -60) -> fails: Time travel data is not available
              a: SELECT * FROM sink AT(OFFSET => -0) -> fails: Change tracking is not enabled
              a: SELECT * FROM t AT(STREAM => 's') -> fails: only with CHANGES
              a: ALTER TABLE t SET DATA_RETENTION_TIME_IN_DAYS = 0
              a: SELECT * FROM t CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's') -> fails: Time travel data is not available
              """),
          new StreamCase(
              "SELECT * of a tracked table shows its own columns only",
              INTRO,
              """
              a: [SELECT COUNT(*) FROM (SELECT * FROM t) x (id, v)] = 2
              a: INSERT INTO sink SELECT * FROM t
              a: CREATE TABLE t2 AS SELECT * FROM t
              a: INSERT INTO t2 SELECT * FROM sink
              a: [SELECT COUNT(*) FROM t2] = 4
              """));

  private ObjectCases() {}
}
