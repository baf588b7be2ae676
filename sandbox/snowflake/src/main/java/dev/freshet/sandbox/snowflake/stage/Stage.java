package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import java.util.Locale;

/** A named stage. */
sealed interface Stage extends SchemaObject {

  StageFiles files();

  /** How LIST names a file of the stage. */
  String listed(String path);

  /** Its URL; empty for an internal one. */
  String url();

  @Override
  default ObjectKind kind() {
    return ObjectKind.STAGE;
  }

  /** A place in S3. */
  record External(ObjectName name, S3Location location, StageFiles files, Instant createdOn)
      implements Stage {
    @Override
    public String listed(String path) {
      return location.url(path);
    }

    @Override
    public String url() {
      return location.url("");
    }
  }

  /** A place inside Snowflake; here a local directory. */
  record Internal(ObjectName name, FolderStageFiles files, Instant createdOn) implements Stage {
    @Override
    public String listed(String path) {
      return name.name().toLowerCase(Locale.ROOT) + "/" + path;
    }

    @Override
    public String url() {
      return "";
    }
  }
}
