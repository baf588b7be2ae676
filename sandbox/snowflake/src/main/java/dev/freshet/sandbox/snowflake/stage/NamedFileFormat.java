package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;

/** What CREATE FILE FORMAT makes. */
record NamedFileFormat(ObjectName name, FileFormat format, Instant createdOn)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.FILE_FORMAT;
  }
}
