-- Tasks that ran before the deployment run again, as these procedures and settings want them.
CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.FINISH_UPGRADE()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.upgrade.FinishUpgrade.run'
  EXECUTE AS OWNER;

CALL ${database}.${schema}_V1.FINISH_UPGRADE();
