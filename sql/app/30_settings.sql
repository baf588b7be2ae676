-- What this deployment chose for all contracts. An empty warehouse means serverless tasks; an empty integration, that
-- nobody is told of a halt but who looks (docs/halts.md).
CREATE OR REPLACE VIEW ${database}.${schema}.SETTINGS AS
SELECT
  '${task_warehouse}' AS TASK_WAREHOUSE,
  '${task_schedule}' AS TASK_SCHEDULE,
  '${task_error_integration}' AS TASK_ERROR_INTEGRATION,
  '${rehearsal_rows}' AS REHEARSAL_ROWS,
  '${chunk_rows}' AS CHUNK_ROWS;
