-- The reader looks; the author checks and stages contracts over tables that he may read; the operator puts them in force,
-- resumes, rolls back and retires.
CREATE ROLE IF NOT EXISTS ${operator_role};
CREATE ROLE IF NOT EXISTS ${reader_role};
CREATE ROLE IF NOT EXISTS ${author_role};
GRANT ROLE ${reader_role} TO ROLE ${author_role};
GRANT ROLE ${author_role} TO ROLE ${operator_role};
GRANT USAGE ON DATABASE ${database} TO ROLE ${reader_role};
