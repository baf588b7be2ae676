package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/** The statement of a task, behind AS: the rest of the text. */
final class TaskBody {

  private TaskBody() {}

  static String read(TokenReader reader) {
    reader.expect("AS");
    boolean block =
        reader.startsWith("DECLARE")
            || (reader.startsWith("BEGIN") && reader.peek(1).isIdentifier());
    if (block) {
      throw new UnsupportedSql("Snowflake Scripting in a task; CALL a procedure instead");
    }
    if (reader.atEnd()) {
      throw reader.unexpected("expected a statement");
    }
    return reader.rest();
  }
}
