-- With their caller's rights: the author must be able to read the source, and shows it to the owner's part. Such a procedure does
-- not know where it lives nor who owns it, so the deployment says it.
CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.CHECK_CONTRACT(
  TEXT VARCHAR, HOME VARCHAR DEFAULT '${database}.${schema}', OWNER VARCHAR DEFAULT '${owner_role}'
)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.register.CheckContract.run'
  EXECUTE AS CALLER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.REGISTER_CONTRACT(
  TEXT VARCHAR, HOME VARCHAR DEFAULT '${database}.${schema}', OWNER VARCHAR DEFAULT '${owner_role}'
)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.register.RegisterContract.run'
  EXECUTE AS CALLER;

-- The owner's parts: they do nothing for a session that has not shown that it may read the source.
CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.JUDGE_CONTRACT(TEXT VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.register.JudgeContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.STAGE_CONTRACT(TEXT VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.register.StageContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.PROMOTE_CONTRACT(CONTRACT VARCHAR, VERSION VARCHAR, OPTIONS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.lifecycle.PromoteContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.ROLLBACK_CONTRACT(CONTRACT VARCHAR, REASON VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.lifecycle.RollbackContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.RETIRE_CONTRACT(CONTRACT VARCHAR, REASON VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.lifecycle.RetireContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.DESCRIBE_CONTRACT(CONTRACT VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.lifecycle.DescribeContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.EXPORT_CHANGES(CONTRACT VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.ExportChanges.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.RELEASE_REJECTIONS(CONTRACT VARCHAR, OPTIONS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.ReleaseRejections.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.RESUME_CONTRACT(CONTRACT VARCHAR, REASON VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.ResumeContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.EXPORT_SNAPSHOT(CONTRACT VARCHAR, OPTIONS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.ExportSnapshot.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.CANCEL_REQUEST(CONTRACT VARCHAR, ID VARCHAR, REASON VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.CancelRequest.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.EXPORT_GROUP(EXPORT_GROUP VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.ExportGroup.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.PAUSE_CONTRACT(CONTRACT VARCHAR, OPTIONS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.lifecycle.PauseContract.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.DESCRIBE_TASKS()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.lifecycle.DescribeTasks.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.CHECK_STREAMS()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.watch.CheckStreams.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.WATCH_STREAMS()
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.watch.WatchStreams.run'
  EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE ${database}.${schema}_V1.REBASELINE(CONTRACT VARCHAR, OPTIONS VARCHAR)
  RETURNS VARCHAR
  LANGUAGE JAVA
  RUNTIME_VERSION = '17'
  PACKAGES = ('${snowpark_package}')
  IMPORTS = ('@${database}.${schema}.CODE/procs/${procedures_hash}/freshet-snowpark-procs.jar')
  HANDLER = 'dev.freshet.procs.export.Rebaseline.run'
  EXECUTE AS OWNER;
