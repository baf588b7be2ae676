package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.time.Instant;
import java.util.Map;

/** {@code CREATE DATABASE} and {@code CREATE SCHEMA}; the session moves there, as in Snowflake. */
public final class ContainerHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "DATABASE")
        || CreateOptions.creates(statement, "SCHEMA");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions creation = CreateOptions.read(reader);
    boolean database = reader.accept("DATABASE");
    if (!database) {
      reader.expect("SCHEMA");
    }
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    SchemaName name =
        database ? new SchemaName(reader.identifier(), "PUBLIC") : SchemaName.read(reader, session);
    reader.accept("WITH", "MANAGED", "ACCESS");
    Map<String, String> options = TableOptions.read(reader);
    reader.expectEnd();
    return session
        .transaction()
        .ddl(
            () ->
                database
                    ? database(session, creation, ifNotExists, name.database(), options)
                    : schema(session, creation, ifNotExists, name, options));
  }

  private static Result database(
      Session session,
      CreateOptions creation,
      boolean ifNotExists,
      String name,
      Map<String, String> options) {
    Catalog catalog = session.engine().catalog();
    if (!creation.mayCreate(catalog.hasDatabase(name), ifNotExists, name)) {
      return Answers.alreadyThere(name);
    }
    if (catalog.hasDatabase(name)) {
      DropHandler.discard(session, catalog.dropDatabase(name));
    }
    catalog.createDatabase(name, now(session));
    catalog.database(name).options().putAll(options);
    moveTo(session, name, "PUBLIC");
    return Answers.created("Database", name);
  }

  private static Result schema(
      Session session,
      CreateOptions creation,
      boolean ifNotExists,
      SchemaName name,
      Map<String, String> options) {
    Catalog catalog = session.engine().catalog();
    boolean builtIn = name.schema().equals("INFORMATION_SCHEMA");
    if (builtIn && creation.replace()) {
      throw SnowflakeException.notPerformed();
    }
    if (!creation.mayCreate(builtIn || catalog.hasSchema(name), ifNotExists, name)) {
      return Answers.alreadyThere(name.schema());
    }
    if (catalog.hasSchema(name)) {
      DropHandler.discard(session, catalog.dropSchema(name));
    }
    catalog.createSchema(name, now(session));
    catalog.schema(name).options().putAll(options);
    moveTo(session, name.database(), name.schema());
    return Answers.created("Schema", name.schema());
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
