package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.Map;

/** What CREATE TABLE says behind the name. */
sealed interface TableDefinition {

  /** Options as they were written. */
  Map<String, String> options();

  /** A list of columns. */
  record Columns(List<ColumnDefinition> columns, Map<String, String> options)
      implements TableDefinition {}

  /**
   * {@code AS query}.
   *
   * @param columns empty if they are the query's
   * @param query stands before it
   */
  record Rows(List<ColumnDefinition> columns, Map<String, String> options, TokenReader query)
      implements TableDefinition {}

  /** {@code LIKE source}, or with its rows {@code CLONE source}. */
  record Copy(ObjectName source, boolean rows, Map<String, String> options)
      implements TableDefinition {}

  static TableDefinition read(Session session, TokenReader reader) {
    String copied = reader.acceptAny("LIKE", "CLONE");
    if (!copied.isEmpty()) {
      ObjectName source = ObjectName.read(reader, session);
      Map<String, String> options = TableOptions.read(reader);
      reader.expectEnd();
      return new Copy(source, copied.equals("CLONE"), options);
    }
    boolean listed = reader.peek().isSymbol("(");
    List<ColumnDefinition> columns = listed ? new ColumnReader(session, reader).list() : List.of();
    Map<String, String> options = TableOptions.read(reader);
    if (reader.accept("AS")) {
      return new Rows(columns, options, reader);
    }
    if (!listed) {
      throw reader.unexpected("expected the table's columns, LIKE, CLONE or AS");
    }
    return new Columns(columns, options);
  }
}
