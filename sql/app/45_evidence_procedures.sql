-- What reads back, and what purges: docs/evidence.md, docs/retention.md.
CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.COLLECT_RECEIPTS()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.evidence.CollectReceipts.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.SCHEDULE_RECEIPTS()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.evidence.ScheduleReceipts.run'
  EXECUTE AS OWNER;

-- With its caller's rights, since a procedure with its owner's may not REMOVE. What goes, the owner's PLAN_PURGE decides.
CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.PURGE(OPTIONS VARCHAR, HOME VARCHAR DEFAULT '${database}.${schema}')
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.retain.Purge.run'
  EXECUTE AS CALLER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.PLAN_PURGE(OPTIONS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.retain.PlanPurge.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.FINISH_PURGE(OPTIONS VARCHAR, OUTCOME VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.retain.FinishPurge.run'
  EXECUTE AS OWNER;
