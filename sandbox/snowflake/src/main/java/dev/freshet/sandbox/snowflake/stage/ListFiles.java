package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * LIST. The path is a plain prefix ({@code data/1} also lists {@code data/10}); PATTERN must match
 * the whole listed name. Source: sql-reference/sql/list.
 */
final class ListFiles implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("LIST") || statement.startsWith("LS");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.next();
    StageAddress address = StageAddress.read(statement, session);
    Pattern pattern = PatternClause.read(statement);
    statement.expectEnd();
    Stage stage = Stages.toRead(session, address);
    try {
      return listing(stage, address, pattern);
    } catch (IOException e) {
      throw Stages.failed("listing " + address, e);
    }
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static Result listing(Stage stage, StageAddress address, Pattern pattern)
      throws IOException {
    Result.Builder result = header();
    for (StagedFile file : stage.files().list(address.path())) {
      String name = stage.listed(file.path());
      if (pattern.matcher(name).matches()) {
        result.row(
            name,
            Long.toString(file.size()),
            file.md5(),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                file.lastModified().atZone(ZoneOffset.UTC)));
      }
    }
    return result.build();
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.LIST)
        .text("name")
        .number("size")
        .text("md5", "last_modified");
  }
}
