package dev.freshet.sandbox.snowflake.catalog;

import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;

/**
 * Something a schema holds under a name. A procedure's name in the catalog includes its argument
 * types.
 */
public interface SchemaObject {

  ObjectKind kind();

  ObjectName name();

  Instant createdOn();
}
