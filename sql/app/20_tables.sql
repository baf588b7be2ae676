-- Shared by all contracts, so rows are only ever inserted: UPDATE, DELETE and MERGE would lock the whole table
-- until commit, and one contract's export would wait for another's (sql-reference/transactions).

CREATE TABLE IF NOT EXISTS ${database}.${schema}.REJECTIONS (
  CONTRACT VARCHAR NOT NULL,
  CONTRACT_VERSION VARCHAR NOT NULL,
  RUN VARCHAR NOT NULL,
  ATTEMPT NUMBER(19,0) NOT NULL,
  RULE VARCHAR NOT NULL,
  KEY_TEXT VARCHAR,
  IDENTITY_TEXT VARCHAR,
  ROW_ID VARCHAR,
  REJECTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Rows set aside by a rule; IDENTITY_TEXT (of a state contract: the key) is what a release goes by, ROW_ID the METADATA$ROW_ID of the source';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.RELEASES (
  CONTRACT VARCHAR NOT NULL,
  IDENTITY_TEXT VARCHAR,
  ROW_ID VARCHAR,
  ATTEMPT NUMBER(19,0) NOT NULL,
  RUN VARCHAR NOT NULL,
  OUTCOME VARCHAR NOT NULL,
  REASON VARCHAR NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  RELEASED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Closes rejections up to this ATTEMPT: of one row, or without ROW_ID all of the identity; OUTCOME is released or superseded';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.HALTS (
  CONTRACT VARCHAR NOT NULL,
  RUN VARCHAR NOT NULL,
  REASON VARCHAR NOT NULL,
  BROKEN_ROWS NUMBER(19,0) NOT NULL,
  SOME_KEYS VARCHAR,
  OWNER VARCHAR NOT NULL,
  MESSAGE VARCHAR NOT NULL,
  STALE_AFTER VARCHAR,
  HALTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Contracts that stopped, why, and whom to call; STALE_AFTER is when the stream begins to lose changes';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.SOURCE_NOTES (
  CONTRACT VARCHAR NOT NULL,
  SOURCE VARCHAR NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  NOTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'What each source looked like when somebody last said that it is right: columns and policies, as JSON';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.PAUSES (
  CONTRACT VARCHAR NOT NULL,
  RUN VARCHAR NOT NULL,
  REASON VARCHAR NOT NULL,
  STALE_AFTER VARCHAR,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  PAUSED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Contracts that somebody stopped for a while; a pause stands while no row of RESUMES has its RUN';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.EXPORT_GROUPS (
  CONTRACT VARCHAR NOT NULL,
  CONTRACT_VERSION VARCHAR,
  EXPORT_GROUP VARCHAR,
  STREAMS VARCHAR NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  CHANGED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Which contract is exported with which group; the last row of a contract counts';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.STREAM_CHECKS (
  CONTRACT VARCHAR NOT NULL,
  STALE VARCHAR,
  STALE_AFTER TIMESTAMP_NTZ(9),
  CHECKED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Until when each stream keeps its changes (UTC), as SHOW STREAMS said; without STALE there was no stream';

CREATE TABLE IF NOT EXISTS ${database}.${schema}.UPGRADES (
  CONTRACT VARCHAR NOT NULL,
  STEP VARCHAR NOT NULL,
  TASK_STATE VARCHAR NOT NULL,
  PROTOCOL_VERSION NUMBER(9,0) NOT NULL,
  ACTOR VARCHAR DEFAULT CURRENT_USER(),
  ACTED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE()
)
COMMENT = 'Contracts taken to newer procedures: begun or finished, and how their tasks stood then';
