-- Run this as the role that purges: a task runs with its owner's role, and PURGE with its caller's. docs/retention.md.
CREATE OR REPLACE TASK ${database}.${schema}.PURGE_DAILY
  USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'
  SCHEDULE = '24 HOURS'
  TIMEZONE = 'UTC',
  QUERY_TAG = 'freshet purge'
  COMMENT = 'Removes what receipts prove published and what is older than its data class allows'
AS CALL ${database}.${schema}_V1.PURGE('{"reason": "daily"}');

ALTER TASK ${database}.${schema}.PURGE_DAILY RESUME;
