-- Who may read and call what; account/30_roles.sql and account/40_evidence.sql have the rest, docs/roles.md the whole table.
-- Rows set aside and halts name keys of the sources, so readers and authors see only that and how many there are.
GRANT SELECT ON VIEW ${database}.${schema}.PUBLISHED TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.CONTRACT_HEALTH TO ROLE ${reader_role};

GRANT SELECT ON TABLE ${database}.${schema}.REJECTIONS TO ROLE ${auditor_role};
GRANT SELECT ON TABLE ${database}.${schema}.RELEASES TO ROLE ${auditor_role};
GRANT SELECT ON TABLE ${database}.${schema}.HALTS TO ROLE ${auditor_role};
GRANT SELECT ON TABLE ${database}.${schema}.SOURCE_NOTES TO ROLE ${auditor_role};
GRANT SELECT ON VIEW ${database}.${schema}.OPEN_REJECTIONS TO ROLE ${auditor_role};
GRANT SELECT ON VIEW ${database}.${schema}.SETTINGS TO ROLE ${auditor_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.DESCRIBE_CONTRACT(VARCHAR) TO ROLE ${auditor_role};

GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.CHECK_CONTRACT(VARCHAR, VARCHAR, VARCHAR) TO ROLE ${author_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.REGISTER_CONTRACT(VARCHAR, VARCHAR, VARCHAR) TO ROLE ${author_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.JUDGE_CONTRACT(VARCHAR) TO ROLE ${author_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.STAGE_CONTRACT(VARCHAR) TO ROLE ${author_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.DESCRIBE_CONTRACT(VARCHAR) TO ROLE ${author_role};
-- CHECK_CONTRACT and REGISTER_CONTRACT run with their caller's rights, and so their jar may be read with them too.
GRANT READ ON STAGE ${database}.${schema}.CODE TO ROLE ${author_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.EXPORT_SNAPSHOT(VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.CANCEL_REQUEST(VARCHAR, VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT SELECT ON TABLE ${database}.${schema}.PAUSES TO ROLE ${reader_role};
GRANT SELECT ON TABLE ${database}.${schema}.EXPORT_GROUPS TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.CONTRACT_PAUSES TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.STOPPED_CONTRACTS TO ROLE ${reader_role};
GRANT SELECT ON VIEW ${database}.${schema}.GROUP_MEMBERS TO ROLE ${reader_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.DESCRIBE_TASKS() TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.DESCRIBE_TASKS() TO ROLE ${auditor_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.EXPORT_GROUP(VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.PAUSE_CONTRACT(VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT SELECT ON VIEW ${database}.${schema}.STREAM_HEALTH TO ROLE ${reader_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.CHECK_STREAMS() TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.REBASELINE(VARCHAR, VARCHAR) TO ROLE ${operator_role};

GRANT SELECT ON TABLE ${database}.${schema}.HALTS TO ROLE ${operator_role};
GRANT SELECT ON VIEW ${database}.${schema}.OPEN_REJECTIONS TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.DESCRIBE_CONTRACT(VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.PROMOTE_CONTRACT(VARCHAR, VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.ROLLBACK_CONTRACT(VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.RETIRE_CONTRACT(VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.EXPORT_CHANGES(VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.RESUME_CONTRACT(VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON PROCEDURE ${database}.${schema}_V1.RELEASE_REJECTIONS(VARCHAR, VARCHAR) TO ROLE ${operator_role};
GRANT USAGE ON SCHEMA ${database}.${schema}_V1 TO ROLE ${reader_role};
GRANT USAGE ON SCHEMA ${database}.${schema}_V1 TO ROLE ${purger_role};
