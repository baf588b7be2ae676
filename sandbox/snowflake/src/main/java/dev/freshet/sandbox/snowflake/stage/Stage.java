package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.util.Locale;

/** A named stage. */
sealed interface Stage {

  ObjectName name();

  StageFiles files();

  /** How LIST names a file of the stage. */
  String listed(String path);

  /** A place in S3. */
  record External(ObjectName name, S3Location location, StageFiles files) implements Stage {
    @Override
    public String listed(String path) {
      return location.url(path);
    }
  }

  /** A place inside Snowflake; here a local directory. */
  record Internal(ObjectName name, FolderStageFiles files) implements Stage {
    @Override
    public String listed(String path) {
      return name.name().toLowerCase(Locale.ROOT) + "/" + path;
    }
  }
}
