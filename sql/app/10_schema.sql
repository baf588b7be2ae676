-- What all contracts share, in the schema that account/ made. Each contract has a schema of its own beside it, made when it is
-- registered. Whoever deploys must have this role: everything here is to be its own.
USE ROLE ${owner_role};

-- The procedures of one version of the protocol. Those of an older one stay beside it, and refuse what newer ones wrote.
CREATE SCHEMA IF NOT EXISTS ${database}.${schema}_V1;

-- Single texts (manifests, heads, contracts): written and read as they are.
CREATE FILE FORMAT IF NOT EXISTS ${database}.${schema}.TEXT
  TYPE = CSV
  COMPRESSION = NONE
  FIELD_DELIMITER = NONE
  RECORD_DELIMITER = '\n'
  ESCAPE = NONE
  ESCAPE_UNENCLOSED_FIELD = NONE
  FIELD_OPTIONALLY_ENCLOSED_BY = NONE
  NULL_IF = ()
  EMPTY_FIELD_AS_NULL = FALSE;

-- What the bridge wrote, read back: an object that is garbled must not stop the reading of the others
-- (sql-reference/sql/create-file-format).
CREATE FILE FORMAT IF NOT EXISTS ${database}.${schema}.FOREIGN_TEXT
  TYPE = CSV
  COMPRESSION = NONE
  FIELD_DELIMITER = NONE
  RECORD_DELIMITER = '\n'
  ESCAPE = NONE
  ESCAPE_UNENCLOSED_FIELD = NONE
  FIELD_OPTIONALLY_ENCLOSED_BY = NONE
  NULL_IF = ()
  EMPTY_FIELD_AS_NULL = FALSE
  REPLACE_INVALID_CHARACTERS = TRUE;
