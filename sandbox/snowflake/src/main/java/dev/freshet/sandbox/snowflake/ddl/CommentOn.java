package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SchemaName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** COMMENT ON. Source: sql-reference/sql/comment. */
public final class CommentOn implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("COMMENT");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("COMMENT");
    boolean ifExists = statement.accept("IF", "EXISTS");
    if (ifExists) {
      throw new UnsupportedSql("COMMENT IF EXISTS");
    }
    statement.expect("ON");
    String kind = statement.identifier();
    List<String> name = statement.dottedName();
    statement.expect("IS");
    String comment = statement.string();
    statement.expectEnd();
    return session
        .transaction()
        .ddl(
            () -> {
              comment(session, kind, name, comment);
              return Answers.done();
            });
  }

  private static void comment(Session session, String kind, List<String> name, String comment) {
    var catalog = session.engine().catalog();
    switch (kind) {
      case "DATABASE" -> catalog.database(name.get(0)).options().put("COMMENT", comment);
      case "SCHEMA" ->
          catalog.schema(SchemaName.of(name, session)).options().put("COMMENT", comment);
      case "TABLE" -> table(session, name).set(Map.of("COMMENT", comment));
      case "VIEW" -> {
        View view = Relations.get(session, ObjectName.of(name, session), View.class);
        catalog.put(view.withComment(Optional.of(comment)));
      }
      case "COLUMN" -> {
        int last = name.size() - 1;
        table(session, name.subList(0, last))
            .note(name.get(last), column -> column.commented(Optional.of(comment)));
      }
      default -> throw new UnsupportedSql("COMMENT ON " + kind);
    }
  }

  private static TableChanges table(Session session, List<String> name) {
    return TableChanges.of(
        session, Relations.get(session, ObjectName.of(name, session), Table.class));
  }
}
