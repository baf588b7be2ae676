package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import java.util.List;

/** The statements of this package. */
public final class Listings {

  private static final List<StatementHandler> HANDLERS =
      List.of(
          new ShowDatabases(),
          new ShowSchemas(),
          new ShowTables(),
          new ShowViews(),
          new ShowObjects(),
          new ShowColumns(),
          new ShowKeys(),
          new ShowParameters(),
          new Describe());

  private Listings() {}

  public static void register(Engine engine) {
    HANDLERS.forEach(engine.extensions()::statement);
  }
}
