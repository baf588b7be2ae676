package dev.freshet.sandbox.snowflake.stream;

import java.util.List;

/** Which changes a stream shows. */
final class ChangeCases {

  private static final String INTRO = "user-guide/streams-intro";
  private static final String CREATE = "sql-reference/sql/create-stream";
  private static final String CHANGES = "sql-reference/constructs/changes";

  static final List<StreamCase> ALL =
      List.of(
          new StreamCase(
              "a new stream shows nothing of what was there",
              INTRO,
              """
              a: s = nothing
              a: inserts = nothing
              """),
          new StreamCase(
              "inserted rows",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one'), (2, 'two')
              a: s = +1:one +2:two
              a: inserts = +1:one +2:two
              b: s = +1:one +2:two
              """),
          new StreamCase(
              "an update is a pair of DELETE and INSERT with METADATA$ISUPDATE",
              INTRO,
              """
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: s = *-7:seven *+7:sept
              a: inserts = nothing
              a: [SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM s] = 1
              """),
          new StreamCase(
              "a deleted row",
              INTRO,
              """
              a: DELETE FROM t WHERE id = 7
              a: s = -7:seven
              a: inserts = nothing
              """),
          new StreamCase(
              "a row inserted, then updated, is a new row",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: UPDATE t SET v = 'un' WHERE id = 1
              a: s = +1:un
              a: inserts = +1:one
              """),
          new StreamCase(
              "a row inserted, then deleted, is not in the delta",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: DELETE FROM t WHERE id = 1
              a: s = nothing
              a: inserts = +1:one
              """),
          new StreamCase(
              "a row updated, then deleted, is deleted as it was",
              INTRO,
              """
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: DELETE FROM t WHERE id = 7
              a: s = -7:seven
              """),
          new StreamCase(
              "of several updates the first and last image show",
              INTRO,
              """
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: UPDATE t SET v = 'sieben' WHERE id = 7
              a: s = *-7:seven *+7:sieben
              """),
          new StreamCase(
              "an update to the same value is a pair: the sandbox's choice",
              "not documented",
              """
              a: UPDATE t SET v = v WHERE id = 7
              a: s = *-7:seven *+7:seven
              """),
          new StreamCase(
              "a key deleted and inserted again is another row",
              CREATE + "#output",
              """
              a: DELETE FROM t WHERE id = 7
              a: INSERT INTO t VALUES (7, 'seven')
              a: s = -7:seven +7:seven
              a: [SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM s] = 2
              """),
          new StreamCase(
              "two rows that swap their keys are two updates",
              INTRO,
              """
              a: UPDATE t SET id = 15 - id
              a: s = *-7:seven *+8:seven *-8:eight *+7:eight
              a: [SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM s] = 2
              """),
          new StreamCase(
              "equal rows are told apart",
              CREATE + "#output",
              """
              a: INSERT INTO t VALUES (1, 'one'), (1, 'one'), (1, 'one')
              a: s = +1:one +1:one +1:one
              a: [SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM s] = 3
              """),
          new StreamCase(
              "TRUNCATE deletes all rows and is nothing to an append-only stream",
              INTRO,
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: TRUNCATE TABLE t
              a: s = -7:seven -8:eight
              a: inserts = +1:one
              """),
          new StreamCase(
              "INSERT OVERWRITE deletes all rows and inserts others",
              "sql-reference/sql/insert",
              """
              a: INSERT OVERWRITE INTO t SELECT id, v FROM t WHERE id = 7
              a: s = -7:seven -8:eight +7:seven
              """),
          new StreamCase(
              "MERGE inserts, updates and deletes",
              "sql-reference/sql/merge",
              """
              a: INSERT INTO sink VALUES (7, 'sept'), (8, NULL), (9, 'neuf')
              a: MERGE INTO t USING sink ON t.id = sink.id WHEN MATCHED AND sink.v IS NULL THEN DELETE WHEN MATCHED THEN UPDATE SET v = sink.v WHEN NOT MATCHED THEN INSERT (id, v) VALUES (sink.id, sink.v)
              a: s = *-7:seven *+7:sept -8:eight +9:neuf
              a: inserts = +9:neuf
              """),
          new StreamCase(
              "rows carry the same METADATA$ROW_ID in all streams of their table",
              CREATE + "#output",
              """
              a: INSERT INTO t VALUES (1, 'one')
              a: [SELECT COUNT(*) FROM s JOIN inserts ON s.METADATA$ROW_ID = inserts.METADATA$ROW_ID] = 1
              """),
          new StreamCase(
              "changes of several transactions add up",
              INTRO,
              """
              a: BEGIN
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: INSERT INTO t VALUES (1, 'one')
              a: COMMIT
              b: BEGIN
              b: UPDATE t SET v = v || '!' WHERE id IN (1, 7)
              b: COMMIT
              a: s = *-7:seven *+7:sept! +1:one!
              a: inserts = +1:one
              """),
          new StreamCase(
              "what is rolled back never was",
              INTRO,
              """
              a: BEGIN
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: DELETE FROM t WHERE id = 8
              a: INSERT INTO t VALUES (1, 'one')
              a: ROLLBACK
              a: s = nothing
              a: inserts = nothing
              a: [SELECT SYSTEM$STREAM_HAS_DATA('s')] = false
              a: DELETE FROM t WHERE id = 7
              a: s = -7:seven
              """),
          new StreamCase(
              "an added column shows in old images with its default, a dropped one in none",
              INTRO,
              """
              a: DELETE FROM t WHERE id = 7
              a: ALTER TABLE t ADD COLUMN w VARCHAR DEFAULT 'x'
              a: UPDATE t SET w = 'y' WHERE id = 8
              a: s = -7:seven *-8:eight *+8:eight
              a: [SELECT LISTAGG(w, ',') WITHIN GROUP (ORDER BY id, METADATA$ACTION) FROM s] = x,x,y
              a: ALTER TABLE t DROP COLUMN w
              a: s = -7:seven *-8:eight *+8:eight
              """),
          new StreamCase(
              "CHANGES reads the delta from a stream's offset without the stream",
              CHANGES,
              """
              a: UPDATE t SET v = 'sept' WHERE id = 7
              a: INSERT INTO t VALUES (1, 'one')
              a: [SELECT COUNT(*) FROM t CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's')] = 3
              a: [SELECT COUNT(*) FROM t CHANGES(INFORMATION => APPEND_ONLY) AT(STREAM => 's')] = 1
              a: INSERT INTO sink SELECT id, v FROM t CHANGES(INFORMATION => DEFAULT) AT(STREAM => 's')
              a: s = *-7:seven *+7:sept +1:one
              """));

  private ChangeCases() {}
}
