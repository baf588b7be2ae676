-- What this deployment chose for all contracts. An empty warehouse means serverless tasks.
CREATE OR REPLACE VIEW ${database}.${schema}.SETTINGS AS
SELECT '${task_warehouse}' AS TASK_WAREHOUSE, '${task_schedule}' AS TASK_SCHEDULE;
