package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the column list of CREATE TABLE. Keys are noted and not enforced; NOT NULL is enforced. */
final class ColumnReader {

  private final Session session;
  private final TokenReader reader;

  ColumnReader(Session session, TokenReader reader) {
    this.session = session;
    this.reader = reader;
  }

  /** {@code (column, …, constraint, …)}. A column without a type gets it from the query of CTAS. */
  List<TableColumn> list() {
    List<TableColumn> columns = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    reader.expectSymbol("(");
    do {
      if (startsConstraint()) {
        keys.addAll(constraint());
      } else {
        columns.add(column());
      }
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    refuseDoubles(columns);
    return columns.stream().map(c -> keys.contains(c.name()) ? key(c) : c).toList();
  }

  TableColumn column() {
    String name = reader.identifier();
    boolean typed = !reader.peek().isSymbol(",") && !reader.peek().isSymbol(")");
    SqlType type = typed ? TypeReader.read(reader) : SqlType.TEXT;
    boolean nullable = true;
    boolean key = false;
    Optional<String> preset = Optional.empty();
    Optional<String> comment = Optional.empty();
    while (!reader.atEnd() && !reader.peek().isSymbol(",") && !reader.peek().isSymbol(")")) {
      if (reader.accept("NOT", "NULL")) {
        nullable = false;
      } else if (reader.accept("DEFAULT")) {
        preset = Optional.of(expression());
      } else if (reader.accept("COMMENT")) {
        comment = Optional.of(reader.string());
      } else if (reader.accept("PRIMARY", "KEY")) {
        key = true;
        nullable = false;
      } else {
        passOver();
      }
    }
    return new TableColumn(name, type, nullable, preset, comment, key);
  }

  private void passOver() {
    if (reader.accept("CONSTRAINT")) {
      reader.identifier();
    } else if (reader.acceptAny("NULL", "UNIQUE", "ENFORCED", "RELY", "NORELY").isEmpty()
        && !reader.accept("NOT", "ENFORCED")) {
      throw new UnsupportedSql("the column option " + reader.peek().text());
    }
  }

  private String expression() {
    int mark = reader.mark();
    Queries.expression(session, reader);
    return reader.textSince(mark);
  }

  boolean startsConstraint() {
    return reader.startsWith("CONSTRAINT")
        || reader.startsWith("PRIMARY", "KEY")
        || (reader.startsWith("UNIQUE") && reader.peek(1).isSymbol("("))
        || reader.startsWith("FOREIGN", "KEY");
  }

  /** A constraint of the table; the columns of a primary key, none for the others. */
  List<String> constraint() {
    if (reader.accept("CONSTRAINT")) {
      reader.identifier();
    }
    boolean primary = reader.accept("PRIMARY", "KEY");
    boolean foreign = !primary && reader.accept("FOREIGN", "KEY");
    if (!primary && !foreign) {
      reader.expect("UNIQUE");
    }
    List<String> columns = names();
    if (foreign) {
      reader.expect("REFERENCES");
      reader.dottedName();
      if (reader.peek().isSymbol("(")) {
        names();
      }
    }
    while (reader.accept("NOT", "ENFORCED") || !reader.acceptAny("RELY", "NORELY").isEmpty()) {
      continue;
    }
    return primary ? columns : List.of();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    reader.expectSymbol("(");
    do {
      names.add(reader.identifier());
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return names;
  }

  private static TableColumn key(TableColumn c) {
    return new TableColumn(c.name(), c.type(), false, c.defaultSql(), c.comment(), true);
  }

  private static void refuseDoubles(List<TableColumn> columns) {
    Set<String> seen = new HashSet<>();
    for (TableColumn column : columns) {
      if (!seen.add(column.name())) {
        throw SnowflakeException.compilation(
            "002025", "duplicate column name '" + column.name() + "'");
      }
    }
  }
}
