package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.object.DropStatement;
import java.util.function.Consumer;

/** Adds streams to an engine. */
public final class Streams implements Consumer<Engine> {

  @Override
  public void accept(Engine engine) {
    Extensions extensions = engine.extensions();
    extensions.statement(new CreateStream());
    extensions.statement(new AlterStream());
    extensions.statement(new ShowStreams());
    extensions.statement(new DropStatement(ObjectKind.STREAM, "STREAM"));
    extensions.systemFunction("SYSTEM$STREAM_HAS_DATA", StreamFunctions::hasData);
    extensions.systemFunction("SYSTEM$STREAM_GET_TABLE_TIMESTAMP", StreamFunctions::tableTimestamp);
  }
}
