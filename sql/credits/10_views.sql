-- What the exports cost, where the account shows it. The role that runs this must be able to read SNOWFLAKE.ACCOUNT_USAGE
-- (GRANT DATABASE ROLE SNOWFLAKE.USAGE_VIEWER, GOVERNANCE_VIEWER), and have CREATE VIEW here. ACCOUNT_USAGE lags by hours.

-- Serverless tasks: credits billed, by the hour (sql-reference/account-usage/serverless_task_history).
CREATE OR REPLACE VIEW ${database}.${schema}.TASK_CREDITS AS
SELECT
  SCHEMA_NAME,
  TASK_NAME,
  START_TIME,
  END_TIME,
  TO_NUMBER(CREDITS_USED, 38, 9) AS CREDITS
FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY
WHERE DATABASE_NAME = UPPER('${database}');

-- Tasks on a warehouse: credits of their statements, without the time the warehouse idles (query_attribution_history). Very short
-- statements are left out there.
CREATE OR REPLACE VIEW ${database}.${schema}.QUERY_CREDITS AS
SELECT
  QUERY_TAG,
  DATE_TRUNC('hour', START_TIME) AS HOUR,
  COUNT(*) AS QUERIES,
  SUM(CREDITS_ATTRIBUTED_COMPUTE) AS CREDITS
FROM SNOWFLAKE.ACCOUNT_USAGE.QUERY_ATTRIBUTION_HISTORY
WHERE STARTSWITH(QUERY_TAG, 'freshet ')
GROUP BY QUERY_TAG, DATE_TRUNC('hour', START_TIME);
