package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.show.ShowValues;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.stream.Collectors;

/** SHOW STREAMS and DESCRIBE STREAM. Source: sql-reference/sql/show-streams. */
final class ShowStreams implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SHOW", "STREAMS")
        || statement.startsWith("DESCRIBE", "STREAM")
        || statement.startsWith("DESC", "STREAM");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Result.Builder result = header();
    asked(session, statement).forEach(stream -> row(result, stream));
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static List<TableStream> asked(Session session, TokenReader statement) {
    var catalog = session.engine().catalog();
    if (statement.accept("SHOW", "STREAMS")) {
      return ShowClause.read(session, statement).objects(session, TableStream.class);
    }
    statement.next();
    statement.expect("STREAM");
    ObjectName name = ObjectName.read(statement, session);
    statement.expectEnd();
    return List.of(catalog.get(ObjectKind.STREAM, name, TableStream.class));
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.SHOW)
        .timestamp("created_on")
        .text("name", "database_name", "schema_name", "owner", "comment", "table_name")
        .text("source_type", "base_tables", "type", "stale", "mode")
        .timestamp("stale_after")
        .text("invalid_reason", "owner_role_type");
  }

  private static void row(Result.Builder result, TableStream stream) {
    StreamSource source = stream.source();
    String bases =
        source.tables().stream().map(t -> t.name().toString()).collect(Collectors.joining(", "));
    result.row(
        ShowValues.time(stream.createdOn()),
        stream.name().name(),
        stream.name().database(),
        stream.name().schema(),
        stream.owner(),
        stream.comment().orElse(""),
        source.relation().name().toString(),
        kind(source.relation()),
        bases,
        "DELTA",
        String.valueOf(stream.isStale()),
        stream.isAppendOnly() ? "APPEND_ONLY" : "DEFAULT",
        ShowValues.time(stream.staleAfter()),
        "N/A",
        "ROLE");
  }

  private static String kind(Relation relation) {
    if (relation instanceof Table table) {
      return table.dynamic().isPresent() ? "Dynamic Table" : "Table";
    }
    return "View";
  }
}
