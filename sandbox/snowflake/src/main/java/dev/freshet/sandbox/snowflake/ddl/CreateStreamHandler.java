package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code CREATE STREAM … ON TABLE …}. The first stream on a table begins its tracking. */
public final class CreateStreamHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return CreateOptions.creates(statement, "STREAM");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    CreateOptions options = CreateOptions.read(reader);
    reader.expect("STREAM");
    boolean ifNotExists = reader.accept("IF", "NOT", "EXISTS");
    ObjectName name = ObjectName.read(reader, session);
    CreateTableHandler.requireSchema(session, name);
    reader.accept("COPY", "GRANTS");
    reader.expect("ON");
    if (!reader.accept("TABLE")) {
      throw new UnsupportedSql("streams on other than tables");
    }
    Table base = base(session, reader);
    Settings settings = Settings.read(session, reader);
    reader.expectEnd();
    return session
        .transaction()
        .ddl(() -> publish(session, options, ifNotExists, name, base, settings));
  }

  private static Table base(Session session, TokenReader reader) {
    ObjectName name = ObjectName.read(reader, session);
    Relation relation = session.engine().catalog().get(ObjectKind.RELATION, name, Relation.class);
    if (relation instanceof Table table) {
      return table;
    }
    throw SnowflakeException.compilation("002203", "'" + name + "' is not a table.");
  }

  private static Result publish(
      Session session,
      CreateOptions options,
      boolean ifNotExists,
      ObjectName name,
      Table base,
      Settings settings) {
    Catalog catalog = session.engine().catalog();
    boolean there = catalog.find(ObjectKind.STREAM, name).isPresent();
    if (!options.mayCreate(there, ifNotExists, name)) {
      return Result.status(
          StatementType.DDL, name.name() + " already exists, statement succeeded.");
    }
    new TableStore(session).track(base);
    long offset = settings.offset().orElse(session.engine().versions().committed());
    catalog.put(
        new TableStream(
            name,
            base,
            settings.appendOnly(),
            settings.initialRows(),
            settings.comment(),
            offset,
            session.engine().clock().instant()));
    return Result.status(StatementType.DDL, "Stream " + name.name() + " successfully created.");
  }

  /** What stands behind the table. */
  private record Settings(
      boolean appendOnly, boolean initialRows, Optional<String> comment, OptionalLong offset) {

    static Settings read(Session session, TokenReader reader) {
      boolean appendOnly = false;
      boolean initialRows = false;
      Optional<String> comment = Optional.empty();
      OptionalLong offset = OptionalLong.empty();
      while (!reader.atEnd()) {
        if (reader.accept("AT")) {
          offset = OptionalLong.of(at(session, reader));
        } else {
          String option = reader.identifier();
          reader.expectSymbol("=");
          switch (option) {
            case "APPEND_ONLY" -> appendOnly = reader.bool();
            case "SHOW_INITIAL_ROWS" -> initialRows = reader.bool();
            case "COMMENT" -> comment = Optional.of(reader.string());
            default -> throw new UnsupportedSql("the stream option " + option);
          }
        }
      }
      return new Settings(appendOnly, initialRows, comment, offset);
    }

    private static long at(Session session, TokenReader reader) {
      reader.expectSymbol("(");
      if (!reader.accept("STREAM")) {
        throw new UnsupportedSql("CREATE STREAM … AT other than AT(STREAM => …)");
      }
      reader.expectSymbol("=>");
      ObjectName other = ObjectName.parse(reader.string(), session);
      reader.expectSymbol(")");
      return session.engine().catalog().get(ObjectKind.STREAM, other, TableStream.class).offset();
    }
  }
}
