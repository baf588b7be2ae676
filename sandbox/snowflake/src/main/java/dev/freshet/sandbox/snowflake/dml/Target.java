package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Set;

/**
 * The table a statement writes to, and its alias.
 *
 * @param alias how the statement calls it: as DuckDB's identifier
 */
record Target(Table table, String alias) {

  private static final Set<String> NO_ALIAS = Set.of("SET", "WHERE", "USING", "FROM", "ON");

  static Table table(Session session, TokenReader reader) {
    ObjectName name = ObjectName.read(reader, session);
    Relation relation = session.engine().catalog().get(ObjectKind.RELATION, name, Relation.class);
    if (relation instanceof Table table) {
      requireOrdinary(table);
      return table;
    }
    throw SnowflakeException.compilation(
        "002037", "'" + name + "' is a view: it cannot be changed.");
  }

  /** Only a refresh changes the rows of a dynamic table. */
  private static void requireOrdinary(Table table) {
    if (table.dynamic().isPresent()) {
      throw SnowflakeException.compilation(
          "001506", "'" + table.name() + "' is a dynamic table: it cannot be changed.");
    }
  }

  /** Reads a table and its alias, if it has one. */
  static Target read(Session session, TokenReader reader) {
    Table table = table(session, reader);
    session.engine().extensions().tableReading().requireNoPolicy(table, "changing rows of");
    boolean as = reader.accept("AS");
    boolean aliased =
        as || (reader.peek().isIdentifier() && !NO_ALIAS.contains(reader.peek().text()));
    String alias = aliased ? reader.identifier() : table.name().name();
    return new Target(table, Identifiers.encode(alias));
  }

  /** The table under its alias, for DuckDB. */
  String sql() {
    return table.physical() + " AS " + alias;
  }

  /** Reads a column of the table, with or without its alias in front. */
  TableColumn column(TokenReader reader) {
    String first = reader.identifier();
    String name = reader.acceptSymbol(".") ? reader.identifier() : first;
    return column(name);
  }

  TableColumn column(String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new SnowflakeException(
                    "000904",
                    "42000",
                    "SQL compilation error:\ninvalid identifier '" + name + "'"));
  }
}
