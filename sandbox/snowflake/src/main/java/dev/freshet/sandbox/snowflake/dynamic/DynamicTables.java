package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;

/** Adds dynamic tables to an engine. */
public final class DynamicTables {

  private DynamicTables() {}

  /** Adds their statements. */
  public static void register(Engine engine) {
    Extensions extensions = engine.extensions();
    extensions.statement(new CreateDynamicTable());
    extensions.statement(new AlterDynamicTable());
    extensions.statement(new DropDynamicTable());
    extensions.statement(new ShowDynamicTables());
  }
}
