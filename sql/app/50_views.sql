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
  'The stream is ' || w.STATE || '. Let the contract export; if it cannot yet, raise MAX_DATA_EXTENSION_TIME_IN_DAYS on its source. A stale or missing stream: CALL REBASELINE',
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
