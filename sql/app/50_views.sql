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

-- Halts that nobody has resumed, and how long there is until the source's stream begins to lose changes.
CREATE OR REPLACE VIEW ${database}.${schema}.CONTRACT_HEALTH AS
SELECT
  H.CONTRACT,
  H.HALTED_AT,
  H.REASON,
  H.BROKEN_ROWS,
  H.OWNER,
  H.MESSAGE,
  TO_TIMESTAMP_NTZ(H.STALE_AFTER, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS STALE_AFTER,
  DATEDIFF('hour', SYSDATE(), TO_TIMESTAMP_NTZ(H.STALE_AFTER, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS HOURS_LEFT
FROM ${database}.${schema}.HALTS H
WHERE H.RUN NOT IN (SELECT RUN FROM ${database}.${schema}.RESUMES);

-- Rows set aside and neither released nor overtaken by a later fact. A row without a key, or without an identity, cannot be
-- released: repaired in the source it comes by itself.
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
  GROUP BY CONTRACT, IDENTITY_TEXT
) AS c ON c.CONTRACT = r.CONTRACT AND c.IDENTITY_TEXT = r.IDENTITY_TEXT
WHERE c.ATTEMPT IS NULL OR c.ATTEMPT < r.ATTEMPT;
