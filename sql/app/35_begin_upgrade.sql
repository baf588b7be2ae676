-- The jar stands under its hash: a running procedure keeps its own, and deploying the same jar twice uploads nothing.
CREATE STAGE IF NOT EXISTS ${database}.${schema}.CODE;

PUT 'file://${procedures_jar}' @${database}.${schema}.CODE/procs/${procedures_hash}/ AUTO_COMPRESS = FALSE OVERWRITE = FALSE;

-- Contracts that are there, before any other procedure is replaced: docs/how-to-upgrade.md.
CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.BEGIN_UPGRADE()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.upgrade.BeginUpgrade.run'
  EXECUTE AS OWNER;

CALL ${database}.${schema}_V1.BEGIN_UPGRADE();
