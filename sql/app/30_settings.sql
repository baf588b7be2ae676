-- What this deployment chose for all contracts. An empty warehouse means serverless tasks; an empty integration, that
-- nobody is told of a halt but who looks (docs/halts.md).
CREATE OR REPLACE VIEW ${database}.${schema}.SETTINGS AS
SELECT
  '${task_warehouse}' AS TASK_WAREHOUSE,
  '${task_latency_seconds}' AS TASK_LATENCY_SECONDS,
  '${task_error_integration}' AS TASK_ERROR_INTEGRATION,
  '${rehearsal_rows}' AS REHEARSAL_ROWS,
  '${lane_folder_rows}' AS LANE_FOLDER_ROWS,
  '${bucket_rows}' AS BUCKET_ROWS,
  '${chunk_rows}' AS CHUNK_ROWS,
  '${stale_warning_hours}' AS STALE_WARNING_HOURS;
