-- The operator looks and resumes; the reader only looks.
CREATE ROLE IF NOT EXISTS ${operator_role};
CREATE ROLE IF NOT EXISTS ${reader_role};
GRANT ROLE ${reader_role} TO ROLE ${operator_role};
GRANT USAGE ON DATABASE ${database} TO ROLE ${reader_role};
