-- What docs/unverified.md leaves to a real account, entry by entry. Read by `freshet smoke`, as the role that owns the procedures.
-- Directives, each about the statement before it: `-- expect A | B` (the first row; `or` between rows that both will do),
-- `-- expect rows N`, `-- expect refused CODE`, `-- tell` (shown, not judged), `-- let NAME` (its first value becomes {NAME}).
-- `-- session 2` and `-- session 1` change the session; `-- not provable: why` stands in place of statements.

-- entry before
CREATE SCHEMA ${database}.${smoke_schema};
CREATE TABLE ${database}.${smoke_schema}.T (K NUMBER(12,0), V VARCHAR);
CREATE STREAM ${database}.${smoke_schema}.S ON TABLE ${database}.${smoke_schema}.T;
CREATE STREAM ${database}.${smoke_schema}.A ON TABLE ${database}.${smoke_schema}.T APPEND_ONLY = TRUE;
CREATE TABLE ${database}.${smoke_schema}.OUT1 (K NUMBER(12,0));
CREATE TABLE ${database}.${smoke_schema}.OUT2 (K NUMBER(12,0));

-- entry 1
INSERT INTO ${database}.${smoke_schema}.T VALUES (1, 'a'), (2, 'b');
INSERT ALL WHEN K = 1 THEN INTO ${database}.${smoke_schema}.OUT1 (K) VALUES (K) WHEN K = 3 THEN INTO ${database}.${smoke_schema}.OUT2 (K) VALUES (K) SELECT K FROM ${database}.${smoke_schema}.S;
SELECT COUNT(*) FROM ${database}.${smoke_schema}.S;
-- expect 0
INSERT INTO ${database}.${smoke_schema}.T VALUES (4, 'd');
INSERT ALL WHEN K = 3 THEN INTO ${database}.${smoke_schema}.OUT1 (K) VALUES (K) SELECT K FROM ${database}.${smoke_schema}.S;
SELECT COUNT(*) FROM ${database}.${smoke_schema}.S;
-- expect 0
SELECT SYSTEM$STREAM_HAS_DATA('${database}.${smoke_schema}.S');
-- expect false

-- entry 2
-- not provable: needs a contract that has run, and ACCOUNT_USAGE, which lags up to 45 minutes; step 7 of docs/how-to-first-real-account.md

-- entry 3
-- session 2
ALTER SESSION SET LOCK_TIMEOUT = 0;
-- session 1
BEGIN;
UPDATE ${database}.${smoke_schema}.T SET V = 'x' WHERE K = 1 AND V = 'a';
-- session 2
UPDATE ${database}.${smoke_schema}.T SET V = 'y' WHERE K = 1 AND V = 'a';
-- expect refused 625
-- session 1
COMMIT;
-- session 2
UPDATE ${database}.${smoke_schema}.T SET V = 'y' WHERE K = 1 AND V = 'a';
SELECT V FROM ${database}.${smoke_schema}.T WHERE K = 1;
-- expect x
-- session 1

-- entry 4
SELECT DATEDIFF('second', '1970-01-01'::TIMESTAMP_NTZ, '1969-12-31 23:59:59.5'::TIMESTAMP_NTZ), DATE_PART('nanosecond', '1969-12-31 23:59:59.123456789'::TIMESTAMP_NTZ);
-- expect -1 | 123456789
SELECT DATEDIFF('second', '00:00:00'::TIME, '13:45:00.5'::TIME), DATEDIFF('day', '1970-01-01'::DATE, '1969-12-31'::DATE);
-- expect 49500 | -1
SELECT TO_VARCHAR(0.5::NUMBER(12,2)), TO_VARCHAR(-12::NUMBER(12,2));
-- expect 0.50 | -12.00
SELECT TO_VARCHAR('2026-01-31 13:45:00'::TIMESTAMP_NTZ, 'YYYY-MM-DD"T"HH24:MI:SS.FF9"Z"'), TO_VARCHAR('2026-01-31 13:45:00 +02:00'::TIMESTAMP_TZ, 'YYYY-MM-DD"T"HH24:MI:SS.FF9TZH:TZM');
-- expect 2026-01-31T13:45:00.000000000Z | 2026-01-31T13:45:00.000000000+02:00
SELECT TO_VARCHAR('13:45:00.1'::TIME, 'HH24:MI:SS.FF9'), HEX_ENCODE(TO_BINARY('0aff', 'HEX')), TO_NUMBER(SUBSTR(MD5('a'), 1, 8), 'XXXXXXXX');
-- expect 13:45:00.100000000 | 0AFF | 214005177

-- entry 5
COPY INTO @${database}.${schema}.STAGE/smoke/text.json FROM (SELECT '{"a":"q\\"b\\\\n,\'é€😀"}' || CHR(10) || '  two') FILE_FORMAT = (FORMAT_NAME = '${database}.${schema}.TEXT') SINGLE = TRUE OVERWRITE = TRUE HEADER = FALSE;
SELECT $1 = '{"a":"q\\"b\\\\n,\'é€😀"}' FROM @${database}.${schema}.STAGE/smoke/text.json (FILE_FORMAT => '${database}.${schema}.TEXT') WHERE METADATA$FILE_ROW_NUMBER = 1;
-- expect true
SELECT $1 FROM @${database}.${schema}.STAGE/smoke/text.json (FILE_FORMAT => '${database}.${schema}.TEXT') WHERE METADATA$FILE_ROW_NUMBER = 2;
-- expect   two

-- entry 6
BEGIN;
INSERT INTO ${database}.${smoke_schema}.OUT2 SELECT K FROM ${database}.${smoke_schema}.S;
SELECT COUNT(*) FROM ${database}.${smoke_schema}.S WHERE K = 9;
-- expect 0
COMMIT;
-- session 2
INSERT INTO ${database}.${smoke_schema}.T VALUES (9, 'i');
-- session 1
SELECT COUNT(*) FROM ${database}.${smoke_schema}.S WHERE K = 9;
-- expect 1

-- entry 7
SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('${database}.${smoke_schema}.S');
-- let VERSION
INSERT INTO ${database}.${smoke_schema}.T VALUES (10, 'j');
SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('${database}.${smoke_schema}.S') = '{VERSION}';
-- expect true
INSERT INTO ${database}.${smoke_schema}.OUT2 SELECT K FROM ${database}.${smoke_schema}.S;
SELECT SYSTEM$STREAM_GET_TABLE_TIMESTAMP('${database}.${smoke_schema}.S') = '{VERSION}';
-- expect false

-- entry 8
UPDATE ${database}.${smoke_schema}.T SET V = V WHERE K = 10;
SELECT COUNT(*) FROM ${database}.${smoke_schema}.S;
-- expect 0 or 2

-- entry 9
BEGIN;
INSERT INTO ${database}.${smoke_schema}.T VALUES (20, 'first');
UPDATE ${database}.${smoke_schema}.T SET V = 'second' WHERE K = 20;
COMMIT;
SELECT V FROM ${database}.${smoke_schema}.A WHERE K = 20;
-- expect first

-- entry 9a
INSERT ALL WHEN K > 0 THEN INTO ${database}.${smoke_schema}.OUT1 (K) VALUES (K) SELECT T.K FROM ${database}.${smoke_schema}.T AS T LEFT JOIN ${database}.${smoke_schema}.OUT1 AS O ON O.K = T.K WHERE O.K IS NULL;
SELECT COUNT(*) = COUNT(DISTINCT K) FROM ${database}.${smoke_schema}.OUT1;
-- expect true

-- entry 9b
INSERT INTO ${database}.${smoke_schema}.OUT2 SELECT K FROM ${database}.${smoke_schema}.S;
INSERT INTO ${database}.${smoke_schema}.T VALUES (30, 'z');
SELECT TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD"T"HH24:MI:SS.FF3') || '+00:00';
-- let T
SELECT COUNT(*) FROM ${database}.${smoke_schema}.T AT(TIMESTAMP => '{T}'::TIMESTAMP_TZ) WHERE K = 30;
-- let SEEN
SELECT COUNT(*) = {SEEN} FROM ${database}.${smoke_schema}.T CHANGES(INFORMATION => DEFAULT) AT(STREAM => '${database}.${smoke_schema}.S') END(TIMESTAMP => '{T}'::TIMESTAMP_TZ) WHERE K = 30;
-- expect true

-- entry 9c
SELECT CONVERT_TIMEZONE('Europe/Berlin', 'UTC', '2026-10-25 02:30:00'::TIMESTAMP_NTZ), CONVERT_TIMEZONE('Europe/Berlin', 'UTC', '2026-03-29 02:30:00'::TIMESTAMP_NTZ);
-- tell

-- entry 10
COPY INTO @${database}.${schema}.STAGE/smoke/many/ FROM (SELECT K AS "k", V AS "v" FROM ${database}.${smoke_schema}.T) FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY) HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;
SELECT SUM("ROW_COUNT") = (SELECT COUNT(*) FROM ${database}.${smoke_schema}.T), MIN("FILE_SIZE") > 0, MIN("FILE_NAME") LIKE '%data_%' FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true | true | true
LIST @${database}.${schema}.STAGE/smoke/many/;
SELECT COUNT("name") > 0, MIN("size") > 0, MIN(LENGTH("md5")) > 0 FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true | true | true
SHOW STAGES LIKE 'STAGE' IN SCHEMA ${database}.${schema};
SELECT COUNT("url") FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect 1

-- entry 11
-- not provable: the statements run inside a procedure; the first run of a contract settles it, step 6 of docs/how-to-first-real-account.md

-- entry 12
COPY INTO @${database}.${schema}.STAGE/smoke/none.json FROM (SELECT 'x' WHERE FALSE) FILE_FORMAT = (FORMAT_NAME = '${database}.${schema}.TEXT') SINGLE = TRUE OVERWRITE = TRUE HEADER = FALSE;
LIST @${database}.${schema}.STAGE/smoke/none.json;
-- expect rows 0

-- entry 13
-- not provable: a retry inside Snowflake cannot be provoked; look now and then for folders below data/ that no manifest names

-- entry 14
COPY INTO @${database}.${schema}.STAGE/smoke/types/ FROM (SELECT 'U' AS "__op", 1::NUMBER(19,0) AS "__n", 12.5::NUMBER(12,2) AS "d", TRUE AS "b", 'NaN'::FLOAT AS "f", NULL::VARCHAR AS "z", '€'::VARCHAR AS "t") FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY) HEADER = TRUE INCLUDE_QUERY_ID = TRUE;
CREATE FILE FORMAT ${database}.${smoke_schema}.P TYPE = PARQUET;
SELECT LISTAGG(COLUMN_NAME || ' ' || TYPE, ', ') FROM TABLE(INFER_SCHEMA(LOCATION => '@${database}.${schema}.STAGE/smoke/types/', FILE_FORMAT => '${database}.${smoke_schema}.P'));
-- tell

-- entry 14a
COPY INTO @${database}.${schema}.STAGE/smoke/lanes/ FROM (SELECT K AS "__key", MOD(K, 2) AS "__lane" FROM ${database}.${smoke_schema}.T) PARTITION BY ('lane=' || TO_VARCHAR("__lane")) FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY) HEADER = TRUE INCLUDE_QUERY_ID = TRUE DETAILED_OUTPUT = TRUE MAX_FILE_SIZE = 268435456;
SELECT COUNT_IF("FILE_NAME" LIKE '%lane=%') = COUNT(*), SUM("ROW_COUNT") = (SELECT COUNT(*) FROM ${database}.${smoke_schema}.T) FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true | true

-- entry 15
-- not provable: writing 5 GB is not cheap; more is an error and the change set stays unannounced

-- entry 16
SELECT COUNT(*) > 0 FROM ${database}.INFORMATION_SCHEMA.PACKAGES WHERE LANGUAGE = 'java' AND PACKAGE_NAME || ':' || VERSION = '${snowpark_package}';
-- expect true

-- entry 17
-- not provable: needs the task of a contract; step 6 of docs/how-to-first-real-account.md

-- entry 17a
-- not provable: needs two contracts of one export group; halt one, and SHOW TASKS must name the other's streams alone

-- entry 17b
-- not provable: needs a task that has run; after step 6 of docs/how-to-first-real-account.md CALL DESCRIBE_TASKS

-- entry 18
-- not provable: needs a task's run beside a lock that is held; step 8 of docs/how-to-first-real-account.md

-- entry 19
SHOW PARAMETERS LIKE 'READ_CONSISTENCY_MODE' IN ACCOUNT;
-- tell

-- entry 20
-- not provable: depends on the policies of each source; docs/how-to-first-real-account.md, step 5, asks the governance team

-- entry 20a
SHOW STREAMS LIKE 'S' IN SCHEMA ${database}.${smoke_schema};
SELECT UPPER(REPLACE("table_name", '"', '')) = '${database}.${smoke_schema}.T', "stale", "stale_after" IS NOT NULL FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true | false | true
ALTER TABLE ${database}.${smoke_schema}.T RENAME TO ${database}.${smoke_schema}.T2;
SHOW STREAMS LIKE 'S' IN SCHEMA ${database}.${smoke_schema};
SELECT UPPER(REPLACE("table_name", '"', '')) = '${database}.${smoke_schema}.T2', "stale" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true | false
ALTER TABLE ${database}.${smoke_schema}.T2 RENAME TO ${database}.${smoke_schema}.T;
CREATE TABLE ${database}.${smoke_schema}.R (K NUMBER(12,0));
CREATE STREAM ${database}.${smoke_schema}.SR ON TABLE ${database}.${smoke_schema}.R;
CREATE OR REPLACE TABLE ${database}.${smoke_schema}.R (K NUMBER(12,0));
SHOW STREAMS LIKE 'SR' IN SCHEMA ${database}.${smoke_schema};
SELECT "stale" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true

-- entry 20b
DELETE FROM ${database}.${smoke_schema}.T WHERE K = 30;
INSERT INTO ${database}.${smoke_schema}.OUT2 SELECT COUNT(*) FROM ${database}.${smoke_schema}.S WHERE METADATA$ACTION = 'NONE' HAVING COUNT(*) > 0;
SELECT SYSTEM$STREAM_HAS_DATA('${database}.${smoke_schema}.S');
-- expect false

-- entry 20c
-- not provable: needs a notification integration; step 9 of docs/how-to-first-real-account.md

-- entry 20d
CREATE VIEW ${database}.${smoke_schema}.V CHANGE_TRACKING = TRUE AS SELECT K, V FROM ${database}.${smoke_schema}.T;
CREATE STREAM ${database}.${smoke_schema}.VS ON VIEW ${database}.${smoke_schema}.V;
CREATE TABLE ${database}.${smoke_schema}.IDS (K NUMBER(12,0), ID VARCHAR);
UPDATE ${database}.${smoke_schema}.T SET V = V || '1';
INSERT INTO ${database}.${smoke_schema}.IDS SELECT K, METADATA$ROW_ID FROM ${database}.${smoke_schema}.VS WHERE METADATA$ACTION = 'INSERT';
UPDATE ${database}.${smoke_schema}.T SET V = V || '2';
SELECT COUNT(*) FROM ${database}.${smoke_schema}.VS AS s JOIN ${database}.${smoke_schema}.IDS AS i ON i.K = s.K WHERE i.ID <> s.METADATA$ROW_ID;
-- expect 0
SHOW STREAMS LIKE 'VS' IN SCHEMA ${database}.${smoke_schema};
SELECT UPPER("source_type") FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect VIEW

-- entry 20e
-- not provable: needs the task of a contract; drop its stream, CALL REBASELINE, change a row: it must come out

-- entry 20f
CREATE TABLE ${database}.${smoke_schema}.U (K NUMBER(12,0), W VARCHAR) CHANGE_TRACKING = TRUE;
CREATE VIEW ${database}.${smoke_schema}.J CHANGE_TRACKING = TRUE AS
SELECT T.K, U.W FROM ${database}.${smoke_schema}.T AS T JOIN ${database}.${smoke_schema}.U AS U ON T.K = U.K;
CREATE STREAM ${database}.${smoke_schema}.JS ON VIEW ${database}.${smoke_schema}.J;
CREATE STREAM ${database}.${smoke_schema}.JA ON VIEW ${database}.${smoke_schema}.J APPEND_ONLY = TRUE;
INSERT INTO ${database}.${smoke_schema}.T (K, V) VALUES (30, 'x');
INSERT INTO ${database}.${smoke_schema}.U VALUES (30, 'y');
UPDATE ${database}.${smoke_schema}.T SET V = 'z' WHERE K = 30;
SELECT COUNT(*) FROM ${database}.${smoke_schema}.JS WHERE METADATA$ACTION = 'INSERT';
-- expect 1
SELECT COUNT(*) FROM ${database}.${smoke_schema}.JA;
-- expect 1

-- entry 21
SELECT SYSTEM$VALIDATE_STORAGE_INTEGRATION('${storage_integration}', '${stage_url}', 'smoke.txt', 'all');
-- tell
LIST @${database}.${schema}.CODE;
SELECT COUNT(*) > 0 FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) WHERE "name" LIKE '%freshet-snowpark-procs.jar';
-- expect true

-- entry 22
-- not provable: needs a second role and a contract; step 4 of docs/how-to-first-real-account.md

-- entry 23
SHOW TABLES LIKE 'T' IN SCHEMA ${database}.${smoke_schema};
SELECT "kind", "change_tracking", "is_external", "is_dynamic", "is_hybrid" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect TABLE | ON | N | N | N
SHOW TABLES LIKE 'T' IN SCHEMA ${database}.${smoke_schema};
SELECT "owner" = CURRENT_ROLE() FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
-- expect true

-- entry 24
-- not provable: the bridge reads by the contract either way; step 5 of docs/how-to-first-real-account.md promotes once

-- entry 25
-- not provable: needs receipts; after step 6 of docs/how-to-first-real-account.md CALL COLLECT_RECEIPTS, and RECEIPT_NOTES must be empty

-- entry 26
-- not provable: needs the purger's role and something published; step 6 of docs/how-to-first-real-account.md, then CALL PURGE with days 0

-- entry S1
-- not provable: outside SQL: LIST beside aws s3api head-object

-- entry S2
-- not provable: outside SQL: aws s3api get-object --if-match

-- entry S3
-- not provable: outside SQL: aws s3api list-objects-v2

-- entry S4
-- not provable: outside SQL: aws s3api get-object of no key, as the bridge's role

-- entry S5
-- not provable: outside SQL: the bridge's metrics of notices and sweeps

-- entry S6
-- not provable: outside SQL: one message of the queue

-- entry S7
-- not provable: outside SQL: let a message's visibility run out, then delete it

-- entry S8
-- not provable: outside SQL: freshet bridge status with the real role

-- entry K1
-- not provable: outside SQL: kill and double a bridge, read read_committed

-- entry K2
-- not provable: outside SQL: kafka-configs --describe

-- entry K3
-- not provable: outside SQL: kafka-topics --describe

-- entry K4
-- not provable: outside SQL: broker settings

-- entry K5
-- not provable: outside SQL: start two bridges

-- entry K6
-- not provable: outside SQL: a bridge that idles for over seven days

-- entry K7
-- not provable: outside SQL: freshet bridge status

-- entry K8
-- not provable: outside SQL: freshet bridge status

-- entry after
DROP SCHEMA ${database}.${smoke_schema};
