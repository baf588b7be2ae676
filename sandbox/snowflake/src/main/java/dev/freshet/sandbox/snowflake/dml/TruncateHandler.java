package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Set;

/** {@code TRUNCATE TABLE}: to streams, the deletion of every row. */
public final class TruncateHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("TRUNCATE");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    reader.expect("TRUNCATE");
    reader.accept("TABLE");
    boolean ifExists = reader.accept("IF", "EXISTS");
    int mark = reader.mark();
    ObjectName name = ObjectName.read(reader, session);
    boolean there = session.engine().catalog().find(ObjectKind.RELATION, name).isPresent();
    if (there || !ifExists) {
      reader.reset(mark);
      Table table = Target.table(session, reader);
      session
          .transaction()
          .write(
              WriteIntent.locking(table, Set.of()),
              () -> TableChange.of(session, table).run("DELETE FROM " + table.physical(), true));
    }
    reader.expectEnd();
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }
}
