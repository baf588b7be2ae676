-- What happened, and what was agreed: written by the procedures, changed by nobody. The tables belong to a role that nobody has;
-- the owner of the procedures may add rows and read them. A column is added here too, by an administrator.
-- Shared by all contracts, so rows are only ever inserted (app/20_tables.sql says why).

CREATE TABLE IF NOT EXISTS ${database}.${schema}.CONTRACTS (
  CONTRACT VARCHAR NOT NULL,
  VERSION VARCHAR NOT NULL,
  TEXT VARCHAR NOT NULL,
  REGISTERED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Registered contract versions; the text of a version never changes';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.CONTRACTS TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.CONTRACTS TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.CONTRACTS TO ROLE ${auditor_role};
GRANT SELECT ON TABLE ${database}.${schema}.CONTRACTS TO ROLE ${author_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.VERSION_STATES (
  CONTRACT VARCHAR NOT NULL,
  VERSION VARCHAR NOT NULL,
  STATE VARCHAR NOT NULL,
  REASON VARCHAR NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  CHANGED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Which version was staged, put in force (active) or retired; the last row of a version counts';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.VERSION_STATES TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.VERSION_STATES TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.VERSION_STATES TO ROLE ${auditor_role};
GRANT SELECT ON TABLE ${database}.${schema}.VERSION_STATES TO ROLE ${author_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.CHANGE_SETS (
  CONTRACT VARCHAR NOT NULL,
  CONTRACT_VERSION VARCHAR NOT NULL,
  SEQUENCE NUMBER(19,0),
  RUN VARCHAR NOT NULL,
  KIND VARCHAR NOT NULL,
  TAKEN_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE(),
  UPSERTS NUMBER(19,0) NOT NULL,
  DELETES NUMBER(19,0) NOT NULL,
  REJECTED NUMBER(19,0) NOT NULL,
  REJECTED_BY_RULE VARCHAR NOT NULL,
  FILTERED NUMBER(19,0) NOT NULL,
  UNCHANGED NUMBER(19,0) NOT NULL,
  EVENT_TIME_MIN VARCHAR,
  EVENT_TIME_MAX VARCHAR,
  LANES NUMBER(9,0) NOT NULL,
  LANES_SINCE NUMBER(19,0) NOT NULL,
  QUERY_ID VARCHAR NOT NULL,
  ATTEMPT NUMBER(19,0)
)
COMMENT = 'The log: what each run took; a run that published nothing has no sequence; ATTEMPT names the folder it would unload to';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.CHANGE_SETS TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.CHANGE_SETS TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.CHANGE_SETS TO ROLE ${auditor_role};
GRANT SELECT ON TABLE ${database}.${schema}.CHANGE_SETS TO ROLE ${operator_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.RESUMES (
  CONTRACT VARCHAR NOT NULL,
  RUN VARCHAR NOT NULL,
  REASON VARCHAR NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  RESUMED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Who let a halted contract go on; a halt stands while no row has its RUN';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.RESUMES TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.RESUMES TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.RESUMES TO ROLE ${auditor_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.AUDIT_LOG (
  ACTION VARCHAR NOT NULL,
  CONTRACT VARCHAR NOT NULL,
  CONTRACT_VERSION VARCHAR,
  DETAIL VARCHAR,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  ACTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Who did what';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.AUDIT_LOG TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.AUDIT_LOG TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.AUDIT_LOG TO ROLE ${auditor_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.ANNOUNCEMENTS (
  CONTRACT VARCHAR NOT NULL,
  SEQUENCE NUMBER(19,0) NOT NULL,
  DIGEST VARCHAR NOT NULL,
  QUERY_IDS VARCHAR NOT NULL,
  PARTS NUMBER(9,0) NOT NULL,
  BYTES NUMBER(19,0) NOT NULL,
  FOLDER VARCHAR,
  ANNOUNCED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Manifests that stand on the stage, with the ids of all statements behind them; after a crash a change set may have two rows, the first counts';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.ANNOUNCEMENTS TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.ANNOUNCEMENTS TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.ANNOUNCEMENTS TO ROLE ${auditor_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.RUN_FAILURES (
  CONTRACT VARCHAR NOT NULL,
  RUN VARCHAR NOT NULL,
  ERROR_CODE NUMBER(9,0),
  MESSAGE VARCHAR NOT NULL,
  FAILED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Runs that failed without a halt; the task counts them, the next run goes on. A run whose session was killed leaves no row';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.RUN_FAILURES TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.RUN_FAILURES TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.RUN_FAILURES TO ROLE ${auditor_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.RECEIPTS (
  CONTRACT VARCHAR NOT NULL,
  SEQUENCE NUMBER(19,0) NOT NULL,
  LANE NUMBER(9,0) NOT NULL,
  MANIFEST_DIGEST VARCHAR NOT NULL,
  LEDGER_ID VARCHAR NOT NULL,
  TOPIC VARCHAR NOT NULL,
  TOPIC_ID VARCHAR NOT NULL,
  PARTITIONS VARCHAR NOT NULL,
  UPSERTS NUMBER(19,0) NOT NULL,
  DELETES NUMBER(19,0) NOT NULL,
  PUBLISHED_AT TIMESTAMP_NTZ(9) NOT NULL,
  COLLECTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'The receipts of the stage, read back by COLLECT_RECEIPTS; PARTITIONS is the JSON of the receipt. Two collectors at once may both write a row';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.RECEIPTS TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.RECEIPTS TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.RECEIPTS TO ROLE ${auditor_role};

CREATE TABLE IF NOT EXISTS ${database}.${schema}.RECEIPT_NOTES (
  OBJECT VARCHAR NOT NULL,
  ETAG VARCHAR NOT NULL,
  WHY VARCHAR NOT NULL,
  NOTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Objects under receipts/ that prove nothing, and why; one is read again when its ETag changes';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.RECEIPT_NOTES TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.RECEIPT_NOTES TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.RECEIPT_NOTES TO ROLE ${auditor_role};

-- This one stays the administrator's: how long what is kept is not the operators' to decide.
CREATE TABLE IF NOT EXISTS ${database}.${schema}.RETENTION (
  DATA_CLASS VARCHAR NOT NULL,
  KEPT VARCHAR NOT NULL,
  DAYS NUMBER(9,0) NOT NULL,
  REASON VARCHAR NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  CHANGED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'How many days what is kept, by the data class of the contract; the last row of a class counts, others go by the class any (docs/retention.md)';
GRANT SELECT ON TABLE ${database}.${schema}.RETENTION TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.RETENTION TO ROLE ${auditor_role};
INSERT INTO ${database}.${schema}.RETENTION (DATA_CLASS, KEPT, DAYS, REASON)
SELECT 'any', d.COLUMN1, d.COLUMN2, 'the default'
FROM VALUES ('data', 30), ('leftovers', 7), ('rejections', 90), ('staged', 7) AS d
WHERE d.COLUMN1 NOT IN (SELECT KEPT FROM ${database}.${schema}.RETENTION WHERE DATA_CLASS = 'any');

CREATE TABLE IF NOT EXISTS ${database}.${schema}.PURGES (
  RUN VARCHAR NOT NULL,
  CONTRACT VARCHAR NOT NULL,
  SEQUENCE NUMBER(19,0),
  FOLDER VARCHAR NOT NULL,
  WHAT VARCHAR NOT NULL,
  STATE VARCHAR NOT NULL,
  OBJECTS NUMBER(19,0),
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  PURGED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'What PURGE planned to remove, and then removed, folder by folder';
GRANT OWNERSHIP ON TABLE ${database}.${schema}.PURGES TO ROLE ${audit_owner_role} COPY CURRENT GRANTS;
GRANT SELECT, INSERT ON TABLE ${database}.${schema}.PURGES TO ROLE ${owner_role};
GRANT SELECT ON TABLE ${database}.${schema}.PURGES TO ROLE ${auditor_role};
