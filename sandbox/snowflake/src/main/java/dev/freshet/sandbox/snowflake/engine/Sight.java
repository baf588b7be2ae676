package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.SchemaName;

/**
 * What a role may know of at one moment: SHOW and INFORMATION_SCHEMA list nothing else. Source: the
 * usage notes of each SHOW page, and sql-reference/info-schema.
 */
public interface Sight {

  /** Everything. */
  Sight ALL =
      new Sight() {
        @Override
        public boolean of(SchemaObject object) {
          return true;
        }

        @Override
        public boolean of(SchemaName schema) {
          return true;
        }

        @Override
        public boolean ofDatabase(String name) {
          return true;
        }
      };

  /** An object: any privilege on it, and USAGE of its schema and database. */
  boolean of(SchemaObject object);

  /** A schema: any privilege on it. */
  boolean of(SchemaName schema);

  /** A database: any privilege on it. */
  boolean ofDatabase(String name);
}
