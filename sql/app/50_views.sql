-- What was published, by contract.
CREATE OR REPLACE VIEW ${database}.${schema}.PUBLISHED AS
SELECT
  CONTRACT,
  MAX(SEQUENCE) AS SEQUENCE,
  SUM(UPSERTS) AS UPSERTS,
  SUM(DELETES) AS DELETES,
  SUM(REJECTED) AS REJECTED,
  SUM(FILTERED) AS FILTERED,
  SUM(UNCHANGED) AS UNCHANGED
FROM ${database}.${schema}.CHANGE_SETS
GROUP BY CONTRACT;

-- Rows set aside and neither released nor overtaken by a later fact. A row without a key cannot be released: repaired in the
-- source it comes by itself, and this rejection goes.
CREATE OR REPLACE VIEW ${database}.${schema}.OPEN_REJECTIONS AS
SELECT
  r.CONTRACT,
  r.CONTRACT_VERSION,
  r.RUN,
  r.ATTEMPT,
  r.RULE,
  r.KEY_TEXT,
  r.IDENTITY_TEXT,
  r.ROW_ID,
  r.REJECTED_AT
FROM ${database}.${schema}.REJECTIONS AS r
LEFT JOIN (
  SELECT CONTRACT, IDENTITY_TEXT, MAX(ATTEMPT) AS ATTEMPT
  FROM ${database}.${schema}.RELEASES
  WHERE ROW_ID IS NULL
  GROUP BY CONTRACT, IDENTITY_TEXT
) AS i ON i.CONTRACT = r.CONTRACT AND i.IDENTITY_TEXT = r.IDENTITY_TEXT
LEFT JOIN (
  SELECT CONTRACT, ROW_ID, IDENTITY_TEXT, MAX(ATTEMPT) AS ATTEMPT
  FROM ${database}.${schema}.RELEASES
  WHERE ROW_ID IS NOT NULL
  GROUP BY CONTRACT, ROW_ID, IDENTITY_TEXT
) AS g ON g.CONTRACT = r.CONTRACT AND g.ROW_ID = r.ROW_ID AND EQUAL_NULL(g.IDENTITY_TEXT, r.IDENTITY_TEXT)
WHERE (i.ATTEMPT IS NULL OR i.ATTEMPT < r.ATTEMPT) AND (g.ATTEMPT IS NULL OR g.ATTEMPT < r.ATTEMPT);

-- Evidence: docs/evidence.md has the questions and the query that answers each.

-- Every run that did something or failed: change sets, runs that published nothing, failures, halts.
CREATE OR REPLACE VIEW ${database}.${schema}.RUNS AS
SELECT
  CONTRACT,
  RUN,
  TAKEN_AT AS RAN_AT,
  IFF(SEQUENCE IS NULL, 'nothing to publish', 'change set') AS OUTCOME,
  SEQUENCE,
  KIND,
  UPSERTS,
  DELETES,
  REJECTED,
  FILTERED,
  UNCHANGED,
  NULL AS MESSAGE
FROM ${database}.${schema}.CHANGE_SETS
UNION ALL
SELECT CONTRACT, RUN, FAILED_AT, 'failed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, MESSAGE
FROM ${database}.${schema}.RUN_FAILURES
UNION ALL
SELECT CONTRACT, RUN, HALTED_AT, 'halted', NULL, NULL, NULL, NULL, BROKEN_ROWS, NULL, NULL, REASON || ': ' || MESSAGE
FROM ${database}.${schema}.HALTS;

-- One row for each change set and lane that has published it: when, to which topic, partitions and offsets.
CREATE OR REPLACE VIEW ${database}.${schema}.PUBLICATIONS AS
SELECT
  CONTRACT,
  SEQUENCE,
  LANE,
  MANIFEST_DIGEST,
  LEDGER_ID,
  TOPIC,
  TOPIC_ID,
  PARSE_JSON(PARTITIONS) AS PARTITIONS,
  UPSERTS,
  DELETES,
  PUBLISHED_AT,
  COLLECTED_AT
FROM ${database}.${schema}.RECEIPTS
QUALIFY ROW_NUMBER() OVER (PARTITION BY CONTRACT, SEQUENCE, LANE ORDER BY COLLECTED_AT) = 1;

-- The same by topic partition. First and last offset are a hull: other records and markers may lie inside; RECORDS is the count.
CREATE OR REPLACE VIEW ${database}.${schema}.PUBLISHED_OFFSETS AS
SELECT
  p.CONTRACT,
  p.SEQUENCE,
  p.LANE,
  p.TOPIC,
  s.VALUE:partition::NUMBER(9,0) AS PARTITION,
  s.VALUE:first_offset::NUMBER(19,0) AS FIRST_OFFSET,
  s.VALUE:last_offset::NUMBER(19,0) AS LAST_OFFSET,
  s.VALUE:records::NUMBER(19,0) AS RECORDS,
  p.PUBLISHED_AT
FROM ${database}.${schema}.PUBLICATIONS AS p, LATERAL FLATTEN(INPUT => p.PARTITIONS) AS s;

-- How far each change set is. It is published once every lane has said so.
CREATE OR REPLACE VIEW ${database}.${schema}.CHANGE_SET_STATES AS
SELECT
  c.CONTRACT,
  c.SEQUENCE,
  c.KIND,
  c.CONTRACT_VERSION,
  CASE
    WHEN a.ANNOUNCED_AT IS NULL THEN 'taken'
    WHEN COALESCE(p.LANES, 0) = 0 THEN 'announced'
    WHEN p.LANES < c.LANES THEN 'published in part'
    ELSE 'published'
  END AS STATE,
  c.UPSERTS,
  c.DELETES,
  c.REJECTED,
  c.LANES,
  COALESCE(p.LANES, 0) AS LANES_PUBLISHED,
  a.PARTS,
  a.BYTES,
  a.DIGEST,
  a.FOLDER,
  c.ATTEMPT,
  c.EVENT_TIME_MIN,
  c.EVENT_TIME_MAX,
  c.TAKEN_AT,
  a.ANNOUNCED_AT,
  IFF(p.LANES = c.LANES, p.PUBLISHED_AT, NULL) AS PUBLISHED_AT
FROM ${database}.${schema}.CHANGE_SETS AS c
LEFT JOIN (
  SELECT
    CONTRACT,
    SEQUENCE,
    MIN(DIGEST) AS DIGEST,
    MIN(PARTS) AS PARTS,
    MIN(BYTES) AS BYTES,
    MIN(FOLDER) AS FOLDER,
    MIN(ANNOUNCED_AT) AS ANNOUNCED_AT
  FROM ${database}.${schema}.ANNOUNCEMENTS
  GROUP BY CONTRACT, SEQUENCE
) AS a ON a.CONTRACT = c.CONTRACT AND a.SEQUENCE = c.SEQUENCE
LEFT JOIN (
  SELECT CONTRACT, SEQUENCE, COUNT(*) AS LANES, MAX(PUBLISHED_AT) AS PUBLISHED_AT
  FROM ${database}.${schema}.PUBLICATIONS
  GROUP BY CONTRACT, SEQUENCE
) AS p ON p.CONTRACT = c.CONTRACT AND p.SEQUENCE = c.SEQUENCE
WHERE c.SEQUENCE IS NOT NULL;

-- How long each step took, in seconds. The event time is the latest in the change set, as the contract's field has it.
CREATE OR REPLACE VIEW ${database}.${schema}.EXPORT_LAG AS
SELECT
  CONTRACT,
  SEQUENCE,
  STATE,
  TRY_TO_TIMESTAMP_NTZ(EVENT_TIME_MAX) AS LAST_EVENT_TIME,
  TAKEN_AT,
  DATEDIFF('second', TRY_TO_TIMESTAMP_NTZ(EVENT_TIME_MAX), TAKEN_AT) AS EVENT_TO_TAKEN,
  DATEDIFF('millisecond', TAKEN_AT, ANNOUNCED_AT) / 1000 AS TAKEN_TO_ANNOUNCED,
  DATEDIFF('millisecond', ANNOUNCED_AT, PUBLISHED_AT) / 1000 AS ANNOUNCED_TO_PUBLISHED,
  DATEDIFF('millisecond', TAKEN_AT, PUBLISHED_AT) / 1000 AS TAKEN_TO_PUBLISHED
FROM ${database}.${schema}.CHANGE_SET_STATES;

-- Rows set aside, by rule, and how many of them wait for somebody.
CREATE OR REPLACE VIEW ${database}.${schema}.REJECTIONS_BY_RULE AS
SELECT
  r.CONTRACT,
  r.RULE,
  r.REJECTED,
  COALESCE(o.WAITING, 0) AS WAITING,
  r.FIRST_AT,
  r.LAST_AT
FROM (
  SELECT CONTRACT, RULE, COUNT(*) AS REJECTED, MIN(REJECTED_AT) AS FIRST_AT, MAX(REJECTED_AT) AS LAST_AT
  FROM ${database}.${schema}.REJECTIONS
  GROUP BY CONTRACT, RULE
) AS r
LEFT JOIN (
  SELECT CONTRACT, RULE, COUNT(*) AS WAITING
  FROM ${database}.${schema}.OPEN_REJECTIONS
  GROUP BY CONTRACT, RULE
) AS o ON o.CONTRACT = r.CONTRACT AND o.RULE = r.RULE;

CREATE OR REPLACE VIEW ${database}.${schema}.ROWS_PER_HOUR AS
SELECT
  CONTRACT,
  DATE_TRUNC('hour', TAKEN_AT) AS HOUR,
  COUNT(*) AS RUNS,
  COUNT(SEQUENCE) AS CHANGE_SETS,
  SUM(UPSERTS) AS UPSERTS,
  SUM(DELETES) AS DELETES,
  SUM(REJECTED) AS REJECTED,
  SUM(FILTERED) AS FILTERED,
  SUM(UNCHANGED) AS UNCHANGED
FROM ${database}.${schema}.CHANGE_SETS
GROUP BY CONTRACT, DATE_TRUNC('hour', TAKEN_AT);

-- The statements behind each change set: what took the rows, what unloaded them. QUERY_ID joins to ACCESS_HISTORY and QUERY_HISTORY.
CREATE OR REPLACE VIEW ${database}.${schema}.CHANGE_SET_QUERIES AS
SELECT DISTINCT a.CONTRACT, a.SEQUENCE, q.VALUE::VARCHAR AS QUERY_ID
FROM (
  SELECT CONTRACT, SEQUENCE, PARSE_JSON(QUERY_IDS) AS QUERY_IDS
  FROM ${database}.${schema}.ANNOUNCEMENTS
) AS a, LATERAL FLATTEN(INPUT => a.QUERY_IDS) AS q;

-- Pauses that nobody has ended, and how long there is until the source's stream begins to lose changes.
CREATE OR REPLACE VIEW ${database}.${schema}.CONTRACT_PAUSES AS
SELECT
  P.CONTRACT,
  P.PAUSED_AT,
  P.REASON,
  P.ACTOR,
  TO_TIMESTAMP_NTZ(P.STALE_AFTER, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS STALE_AFTER,
  DATEDIFF('hour', SYSDATE(), TO_TIMESTAMP_NTZ(P.STALE_AFTER, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS HOURS_LEFT
FROM ${database}.${schema}.PAUSES P
WHERE P.RUN NOT IN (SELECT RUN FROM ${database}.${schema}.RESUMES);

-- Contracts that export nothing until somebody resumes them.
CREATE OR REPLACE VIEW ${database}.${schema}.STOPPED_CONTRACTS AS
SELECT CONTRACT, 'halted' AS STATE FROM ${database}.${schema}.HALTS
WHERE RUN NOT IN (SELECT RUN FROM ${database}.${schema}.RESUMES)
UNION ALL
SELECT CONTRACT, 'paused' AS STATE FROM ${database}.${schema}.CONTRACT_PAUSES;

-- The contracts that each export group's task exports now.
CREATE OR REPLACE VIEW ${database}.${schema}.GROUP_MEMBERS AS
SELECT
  G.EXPORT_GROUP,
  G.CONTRACT,
  G.CONTRACT_VERSION,
  G.STREAMS
FROM (
  SELECT EXPORT_GROUP, CONTRACT, CONTRACT_VERSION, STREAMS
  FROM ${database}.${schema}.EXPORT_GROUPS
  QUALIFY ROW_NUMBER() OVER (PARTITION BY CONTRACT ORDER BY CHANGED_AT DESC) = 1
) AS G
WHERE G.EXPORT_GROUP IS NOT NULL AND G.CONTRACT NOT IN (SELECT CONTRACT FROM ${database}.${schema}.STOPPED_CONTRACTS);

-- The last look at each contract's stream. A quiet contract's task keeps its stream fresh by asking it for data; one whose task
-- stands still, or fails, is seen here long before changes are lost.
CREATE OR REPLACE VIEW ${database}.${schema}.STREAM_HEALTH AS
SELECT
  c.CONTRACT,
  CASE
    WHEN c.STALE IS NULL THEN 'gone'
    WHEN c.STALE = 'true' OR c.STALE_AFTER < SYSDATE() THEN 'stale'
    WHEN c.STALE_AFTER < DATEADD('hour', TO_NUMBER(s.STALE_WARNING_HOURS), SYSDATE()) THEN 'warning'
    ELSE 'ok'
  END AS STATE,
  c.STALE_AFTER,
  DATEDIFF('hour', SYSDATE(), c.STALE_AFTER) AS HOURS_LEFT,
  c.CHECKED_AT
FROM (
  SELECT CONTRACT, STALE, STALE_AFTER, CHECKED_AT
  FROM ${database}.${schema}.STREAM_CHECKS
  QUALIFY ROW_NUMBER() OVER (PARTITION BY CONTRACT ORDER BY CHECKED_AT DESC) = 1
) AS c
CROSS JOIN ${database}.${schema}.SETTINGS AS s;

-- Contracts that need somebody: halts that nobody has resumed, and streams that begin to lose changes soon.
CREATE OR REPLACE VIEW ${database}.${schema}.CONTRACT_HEALTH AS
SELECT
  h.CONTRACT,
  h.HALTED_AT,
  h.REASON,
  h.BROKEN_ROWS,
  h.OWNER,
  h.MESSAGE,
  TO_TIMESTAMP_NTZ(h.STALE_AFTER, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS STALE_AFTER,
  DATEDIFF('hour', SYSDATE(), TO_TIMESTAMP_NTZ(h.STALE_AFTER, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS HOURS_LEFT
FROM ${database}.${schema}.HALTS AS h
WHERE h.RUN NOT IN (SELECT RUN FROM ${database}.${schema}.RESUMES)
UNION ALL
SELECT
  w.CONTRACT,
  NULL,
  'streamNearlyStale',
  0,
  'the operators',
  CASE w.STATE
    WHEN 'warning' THEN 'The stream begins to lose changes soon. Let the contract export; if it cannot yet, raise MAX_DATA_EXTENSION_TIME_IN_DAYS on its source'
    ELSE 'The stream was ' || w.STATE || ' when it was last looked at. CALL REBASELINE, then CHECK_STREAMS to look again'
  END,
  w.STALE_AFTER,
  w.HOURS_LEFT
FROM ${database}.${schema}.STREAM_HEALTH AS w
WHERE
  w.STATE <> 'ok'
  AND w.CONTRACT NOT IN (
    SELECT CONTRACT
    FROM ${database}.${schema}.HALTS
    WHERE RUN NOT IN (SELECT RUN FROM ${database}.${schema}.RESUMES)
  );
