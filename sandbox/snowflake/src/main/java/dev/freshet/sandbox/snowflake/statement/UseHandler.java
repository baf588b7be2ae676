package dev.freshet.sandbox.snowflake.statement;

import dev.freshet.sandbox.snowflake.access.Roles;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.warehouse.Warehouses;
import java.util.List;

/** {@code USE [DATABASE | SCHEMA | ROLE | WAREHOUSE] name}. What is not there is 002043. */
public final class UseHandler implements StatementHandler {

  private final Roles roles;
  private final Warehouses warehouses;

  public UseHandler(Roles roles, Warehouses warehouses) {
    this.roles = roles;
    this.warehouses = warehouses;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("USE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("USE");
    switch (reader.acceptAny("DATABASE", "SCHEMA", "ROLE", "WAREHOUSE", "SECONDARY")) {
      case "SCHEMA" -> {
        SchemaName name = SchemaName.read(reader, session);
        require(session.engine().catalog().hasSchema(name));
        session.use(name.database(), name.schema());
      }
      case "ROLE" -> role(session, reader.identifier());
      case "WAREHOUSE" -> warehouse(session, reader.identifier());
      case "SECONDARY" -> {
        reader.expect("ROLES");
        if (!reader.accept("NONE")) {
          throw new UnsupportedSql("secondary roles");
        }
      }
      default -> database(session, reader.dottedName());
    }
    reader.expectEnd();
    return Result.status(StatementType.USE, "Statement executed successfully.");
  }

  private static void database(Session session, List<String> parts) {
    require(session.engine().catalog().hasDatabase(parts.get(0)));
    session.use(parts.get(0), parts.size() > 1 ? parts.get(1) : null);
  }

  private void role(Session session, String name) {
    require(roles.has(name));
    session.useRole(name);
  }

  private void warehouse(Session session, String name) {
    require(warehouses.has(name));
    session.useWarehouse(name);
  }

  private static void require(boolean there) {
    if (!there) {
      throw SnowflakeException.notPerformed();
    }
  }
}
