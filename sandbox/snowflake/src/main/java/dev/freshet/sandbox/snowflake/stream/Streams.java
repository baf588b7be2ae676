package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import java.util.function.Consumer;

/** Adds streams to an engine; dropping them is part of DROP. */
public final class Streams implements Consumer<Engine> {

  @Override
  public void accept(Engine engine) {
    Extensions extensions = engine.extensions();
    extensions.statement(new CreateStream());
    extensions.statement(new AlterStream());
    extensions.statement(new ShowStreams());
    extensions.systemFunction("SYSTEM$STREAM_HAS_DATA", StreamFunctions::hasData);
    extensions.systemFunction("SYSTEM$STREAM_GET_TABLE_TIMESTAMP", StreamFunctions::tableTimestamp);
  }
}
