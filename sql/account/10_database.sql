-- The database, and the schema of what all contracts share. Both stay the administrator's: who owns a schema may drop it with
-- everything in it, the audit included.
CREATE DATABASE IF NOT EXISTS ${database};
CREATE SCHEMA IF NOT EXISTS ${database}.${schema};

-- Where an author shows for a moment that he may read a source (docs/roles.md).
CREATE SCHEMA IF NOT EXISTS ${database}.${schema}_PROOFS;
