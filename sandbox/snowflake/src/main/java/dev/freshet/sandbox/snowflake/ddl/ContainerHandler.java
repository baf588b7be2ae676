package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.time.Instant;

/** {@code CREATE DATABASE} and {@code CREATE SCHEMA}; the session moves there, as in Snowflake. */
public final class ContainerHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "DATABASE")
        || CreateOptions.creates(statement, "SCHEMA");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions options = CreateOptions.read(reader);
    return session
        .transaction()
        .ddl(
            () ->
                reader.accept("DATABASE")
                    ? database(session, reader, options)
                    : schema(session, reader, options));
  }

  private static Result database(Session session, TokenReader reader, CreateOptions options) {
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    String name = reader.identifier();
    TableOptions.read(reader);
    reader.expectEnd();
    Catalog catalog = session.engine().catalog();
    if (!options.mayCreate(catalog.hasDatabase(name), ifNotExists, name)) {
      return Result.status(StatementType.DDL, name + " already exists, statement succeeded.");
    }
    if (catalog.hasDatabase(name)) {
      DropHandler.discard(session, catalog.dropDatabase(name));
    }
    catalog.createDatabase(name, now(session));
    moveTo(session, name, "PUBLIC");
    return Result.status(StatementType.DDL, "Database " + name + " successfully created.");
  }

  private static Result schema(Session session, TokenReader reader, CreateOptions options) {
    reader.expect("SCHEMA");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    SchemaName name = SchemaName.read(reader, session);
    if (reader.accept("WITH", "MANAGED")) {
      reader.expect("ACCESS");
    }
    TableOptions.read(reader);
    reader.expectEnd();
    Catalog catalog = session.engine().catalog();
    if (!options.mayCreate(catalog.hasSchema(name), ifNotExists, name)) {
      return Result.status(
          StatementType.DDL, name.schema() + " already exists, statement succeeded.");
    }
    if (catalog.hasSchema(name)) {
      DropHandler.discard(session, catalog.dropSchema(name));
    }
    catalog.createSchema(name, now(session));
    moveTo(session, name.database(), name.schema());
    return Result.status(StatementType.DDL, "Schema " + name.schema() + " successfully created.");
  }

  private static void moveTo(Session session, String database, String schema) {
    if (session.frame().isEmpty()) {
      session.use(database, schema);
    }
  }

  private static Instant now(Session session) {
    return session.engine().clock().instant();
  }
}
