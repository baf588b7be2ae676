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
  QUERY_ID VARCHAR NOT NULL
)
COMMENT = 'The log: what each run took; a run that published nothing has no sequence';
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
