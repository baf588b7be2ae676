-- Who there is. docs/roles.md has the table of who may do what; nothing is granted on all or on future objects.
-- The owner: everything in app/ is his, and procedures and tasks run as him. Nobody works with this role by hand.
CREATE ROLE IF NOT EXISTS ${owner_role};
-- The owner of what must not be changed: granted to nobody.
CREATE ROLE IF NOT EXISTS ${audit_owner_role};
-- The operator (exporter) puts staged versions in force, runs the export, pauses, resumes, releases, rolls back, retires.
CREATE ROLE IF NOT EXISTS ${operator_role};
-- The author checks and stages contracts over tables that he may read himself.
CREATE ROLE IF NOT EXISTS ${author_role};
-- The auditor reads log, audit and evidence, and calls nothing that writes.
CREATE ROLE IF NOT EXISTS ${auditor_role};
-- The reader watches health and lag, and calls nothing.
CREATE ROLE IF NOT EXISTS ${reader_role};
-- The purger removes files under data/.
CREATE ROLE IF NOT EXISTS ${purger_role};

GRANT ROLE ${reader_role} TO ROLE ${operator_role};
GRANT ROLE ${reader_role} TO ROLE ${author_role};
GRANT ROLE ${reader_role} TO ROLE ${auditor_role};
-- So that an administrator can deploy app/; a deployer of its own gets the role by GRANT ROLE … TO USER.
GRANT ROLE ${owner_role} TO ROLE SYSADMIN;

GRANT USAGE, CREATE SCHEMA ON DATABASE ${database} TO ROLE ${owner_role};
GRANT USAGE, CREATE TABLE, CREATE VIEW, CREATE STAGE, CREATE FILE FORMAT, CREATE PROCEDURE, CREATE TASK
  ON SCHEMA ${database}.${schema} TO ROLE ${owner_role};
GRANT USAGE ON SCHEMA ${database}.${schema}_PROOFS TO ROLE ${owner_role};
GRANT USAGE ON INTEGRATION ${storage_integration} TO ROLE ${owner_role};
GRANT USAGE ON STAGE ${database}.${schema}.STAGE TO ROLE ${owner_role};
GRANT EXECUTE TASK, EXECUTE MANAGED TASK ON ACCOUNT TO ROLE ${owner_role};

GRANT USAGE ON DATABASE ${database} TO ROLE ${reader_role};
GRANT USAGE ON SCHEMA ${database}.${schema} TO ROLE ${reader_role};
GRANT USAGE, CREATE VIEW ON SCHEMA ${database}.${schema}_PROOFS TO ROLE ${author_role};

GRANT USAGE ON DATABASE ${database} TO ROLE ${purger_role};
GRANT USAGE ON SCHEMA ${database}.${schema} TO ROLE ${purger_role};
GRANT USAGE ON INTEGRATION ${storage_integration} TO ROLE ${purger_role};
GRANT USAGE ON STAGE ${database}.${schema}.DATA TO ROLE ${purger_role};
-- Its own task (purge/10_task.sql).
GRANT CREATE TASK ON SCHEMA ${database}.${schema} TO ROLE ${purger_role};
GRANT EXECUTE TASK, EXECUTE MANAGED TASK ON ACCOUNT TO ROLE ${purger_role};
