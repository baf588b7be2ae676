-- Evidence. What has no keys of the sources may be seen by whoever watches.
GRANT SELECT ON VIEW ${database}.${schema}.RUNS TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.CHANGE_SET_STATES TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.EXPORT_LAG TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.REJECTIONS_BY_RULE TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.ROWS_PER_HOUR TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.PUBLICATIONS TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.PUBLISHED_OFFSETS TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.CHANGE_SET_QUERIES TO ROLE ${auditor_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.COLLECT_RECEIPTS() TO ROLE ${operator_role};

-- PURGE runs with its caller's rights, and so its jar may be read with them too.
GRANT READ ON STAGE ${database}.${schema}.CODE TO ROLE ${purger_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.PURGE(VARCHAR, VARCHAR) TO ROLE ${purger_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.PLAN_PURGE(VARCHAR) TO ROLE ${purger_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.FINISH_PURGE(VARCHAR, VARCHAR) TO ROLE ${purger_role};
