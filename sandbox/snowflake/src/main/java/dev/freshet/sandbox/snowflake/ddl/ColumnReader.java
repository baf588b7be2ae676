package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads columns as CREATE TABLE, CREATE VIEW and ALTER TABLE define them. Keys are noted and not
 * enforced; NOT NULL is. Source: sql-reference/sql/create-table.
 */
final class ColumnReader {

  private static final Set<String> UNSUPPORTED =
      Set.of("AUTOINCREMENT", "IDENTITY", "COLLATE", "WITH", "MASKING", "PROJECTION", "TAG", "AS");

  private final Session session;
  private final TokenReader reader;

  ColumnReader(Session session, TokenReader reader) {
    this.session = session;
    this.reader = reader;
  }

  /** {@code (column, …, constraint, …)}. */
  List<ColumnDefinition> list() {
    reader.expectSymbol("(");
    List<ColumnDefinition> columns = new ArrayList<>();
    Set<String> key = new HashSet<>();
    do {
      if (Constraints.startsAt(reader)) {
        key.addAll(Constraints.outOfLine(reader));
      } else {
        columns.add(column());
      }
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    checkNames(columns, key);
    return columns.stream().map(c -> key.contains(c.name()) ? c.asKey() : c).toList();
  }

  /** One column. Without a type it gets that of a query's column. */
  ColumnDefinition column() {
    String name = reader.identifier();
    boolean typed = !ends() && !reader.peek().isWord("COMMENT");
    Optional<SqlType> type = typed ? Optional.of(TypeReader.read(reader)) : Optional.empty();
    ColumnDefinition column = ColumnDefinition.plain(name, type);
    while (!ends()) {
      column = clause(column);
    }
    return column;
  }

  private boolean ends() {
    Token next = reader.peek();
    return next.isSymbol(",") || next.isSymbol(")") || next.kind() == Kind.END;
  }

  private ColumnDefinition clause(ColumnDefinition column) {
    if (reader.accept("NOT", "NULL")) {
      return column.notNull();
    }
    if (reader.accept("NULL")) {
      return column;
    }
    if (reader.accept("DEFAULT")) {
      int mark = reader.mark();
      Queries.expression(session, reader);
      return column.withDefault(reader.textSince(mark));
    }
    if (reader.accept("COMMENT")) {
      return column.commented(reader.string());
    }
    if (UNSUPPORTED.contains(reader.peek().text())) {
      throw new UnsupportedSql(reader.peek().text() + " of a column");
    }
    return Constraints.inline(reader) ? column.asKey() : column;
  }

  private static void checkNames(List<ColumnDefinition> columns, Set<String> key) {
    Set<String> names = new HashSet<>();
    for (ColumnDefinition column : columns) {
      if (!names.add(column.name())) {
        throw SnowflakeException.compilation(
            "002025", "duplicate column name '" + column.name() + "'");
      }
    }
    for (String name : key) {
      if (!names.contains(name)) {
        throw SnowflakeException.compilation(
            "000904", "invalid identifier '" + ObjectName.quoted(name) + "'");
      }
    }
  }
}
