-- The database, and the schema that the procedures live in.
CREATE DATABASE IF NOT EXISTS ${database};
CREATE SCHEMA IF NOT EXISTS ${database}.${schema};
