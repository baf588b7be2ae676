package dev.freshet.sandbox.snowflake;

import dev.freshet.sandbox.snowflake.ddl.ContainerHandler;
import dev.freshet.sandbox.snowflake.ddl.CreateTableHandler;
import dev.freshet.sandbox.snowflake.ddl.CreateViewHandler;
import dev.freshet.sandbox.snowflake.ddl.DropHandler;
import dev.freshet.sandbox.snowflake.dml.DeleteHandler;
import dev.freshet.sandbox.snowflake.dml.InsertHandler;
import dev.freshet.sandbox.snowflake.dml.MergeHandler;
import dev.freshet.sandbox.snowflake.dml.MultiInsertHandler;
import dev.freshet.sandbox.snowflake.dml.TruncateHandler;
import dev.freshet.sandbox.snowflake.dml.UpdateHandler;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.result.ResultScan;
import dev.freshet.sandbox.snowflake.statement.QueryHandler;
import dev.freshet.sandbox.snowflake.statement.SessionHandler;
import dev.freshet.sandbox.snowflake.statement.TransactionHandler;
import dev.freshet.sandbox.snowflake.statement.UseHandler;
import dev.freshet.sandbox.snowflake.stream.Streams;
import java.util.List;

/** Registers the statements every embedded Snowflake has. */
final class CoreStatements {

  private static final List<StatementHandler> HANDLERS =
      List.of(
          new QueryHandler(),
          new InsertHandler(),
          new MultiInsertHandler(),
          new UpdateHandler(),
          new DeleteHandler(),
          new MergeHandler(),
          new TruncateHandler(),
          new TransactionHandler(),
          new UseHandler(),
          new SessionHandler(),
          new ContainerHandler(),
          new CreateTableHandler(),
          new CreateViewHandler(),
          new DropHandler());

  private CoreStatements() {}

  static void register(Engine engine) {
    Extensions extensions = engine.extensions();
    HANDLERS.forEach(extensions::statement);
    new Streams().accept(engine);
    ResultScan.register(engine);
  }
}
