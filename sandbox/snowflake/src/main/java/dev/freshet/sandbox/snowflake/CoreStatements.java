package dev.freshet.sandbox.snowflake;

import dev.freshet.sandbox.snowflake.access.Roles;
import dev.freshet.sandbox.snowflake.ddl.AlterTable;
import dev.freshet.sandbox.snowflake.ddl.AlterView;
import dev.freshet.sandbox.snowflake.ddl.CommentOn;
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
import dev.freshet.sandbox.snowflake.dynamic.DynamicTables;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.information.InformationSchema;
import dev.freshet.sandbox.snowflake.policy.Policies;
import dev.freshet.sandbox.snowflake.result.ResultScan;
import dev.freshet.sandbox.snowflake.show.Listings;
import dev.freshet.sandbox.snowflake.statement.QueryHandler;
import dev.freshet.sandbox.snowflake.statement.SessionHandler;
import dev.freshet.sandbox.snowflake.statement.TransactionHandler;
import dev.freshet.sandbox.snowflake.statement.UseHandler;
import dev.freshet.sandbox.snowflake.stream.Streams;
import dev.freshet.sandbox.snowflake.warehouse.Warehouses;
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
          new SessionHandler(),
          new ContainerHandler(),
          new CreateTableHandler(),
          new CreateViewHandler(),
          new DropHandler(),
          new AlterTable(),
          new AlterView(),
          new CommentOn());

  private CoreStatements() {}

  static void register(Engine engine) {
    Extensions extensions = engine.extensions();
    Policies.register(engine); // before ALTER TABLE, whose policies it reads
    HANDLERS.forEach(extensions::statement);
    new Streams().accept(engine);
    DynamicTables.register(engine);
    ResultScan.register(engine);
    Listings.register(engine);
    InformationSchema.register(engine);
    Roles roles = Roles.register(engine);
    Warehouses warehouses = Warehouses.register(engine);
    extensions.statement(new UseHandler(roles, warehouses));
  }
}
