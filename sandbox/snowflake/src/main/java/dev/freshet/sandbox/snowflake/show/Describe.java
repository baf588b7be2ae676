package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.Set;

/**
 * DESCRIBE TABLE and DESCRIBE VIEW, which are one in Snowflake. Source:
 * sql-reference/sql/desc-table.
 */
final class Describe implements StatementHandler {

  private static final Set<String> WORDS = Set.of("DESCRIBE", "DESC");
  private static final Set<String> KINDS = Set.of("TABLE", "VIEW");

  @Override
  public boolean handles(TokenReader statement) {
    return WORDS.contains(statement.peek().text()) && KINDS.contains(statement.peek(1).text());
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.next();
    statement.next();
    ObjectName name = ObjectName.read(statement, session);
    if (statement.accept("TYPE")) {
      statement.expectSymbol("=");
      statement.expect("COLUMNS");
    }
    statement.expectEnd();
    Relation relation = session.engine().catalog().get(ObjectKind.RELATION, name, Relation.class);
    Result.Builder result =
        Result.builder(StatementType.DESCRIBE)
            .text(
                "name",
                "type",
                "kind",
                "null?",
                "default",
                "primary key",
                "unique key",
                "check",
                "expression",
                "comment",
                "policy name",
                "privacy domain");
    relation
        .columns()
        .forEach(
            column ->
                result.row(
                    column.name(),
                    column.type().snowflake(),
                    "COLUMN",
                    ShowValues.yesNo(column.nullable()),
                    column.defaultSql().orElse(null),
                    ShowValues.yesNo(column.key()),
                    "N",
                    null,
                    null,
                    column.comment().orElse(null),
                    null,
                    null));
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    Result result = execute(session, statement);
    return Result.of(result.type(), result.columns(), List.of());
  }
}
