package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** The columns an INSERT names, and those it leaves to their defaults. */
final class ColumnDefaults {

  private final Session session;
  private final Table table;
  private final List<TableColumn> given;

  private ColumnDefaults(Session session, Table table, List<TableColumn> given) {
    this.session = session;
    this.table = table;
    this.given = given;
  }

  /** Reads {@code (a, b, …)}, or takes all columns if there is no list. */
  static ColumnDefaults read(Session session, TokenReader reader, Table table) {
    boolean list =
        reader.peek().isSymbol("(")
            && !reader.peek(1).isWord("SELECT")
            && !reader.peek(1).isWord("WITH")
            && !reader.peek(1).isSymbol("(");
    if (!list) {
      return new ColumnDefaults(session, table, table.columns());
    }
    Target target = new Target(table, "");
    reader.expectSymbol("(");
    List<TableColumn> given = new ArrayList<>();
    do {
      given.add(target.column(reader));
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return new ColumnDefaults(session, table, given);
  }

  List<TableColumn> given() {
    return given;
  }

  /**
   * The columns an INSERT writes, as DuckDB names them: the given ones, then those with a default.
   */
  String columnList() {
    List<String> names = new ArrayList<>();
    given.forEach(c -> names.add(Identifiers.encode(c.name())));
    defaulted().forEach(c -> names.add(Identifiers.encode(c.name())));
    return String.join(", ", names);
  }

  /** The defaults of the columns that are not given, each with a comma in front. */
  String defaultValues() {
    StringBuilder values = new StringBuilder();
    defaulted().forEach(c -> values.append(", ").append(defaultOf(c)));
    return values.toString();
  }

  /** A column's default for DuckDB; NULL if it has none. */
  String defaultOf(TableColumn column) {
    return column
        .defaultSql()
        .map(sql -> Queries.value(session, new TokenReader(sql), column))
        .orElse("NULL");
  }

  private List<TableColumn> defaulted() {
    return table.columns().stream()
        .filter(c -> c.defaultSql().isPresent() && !given.contains(c))
        .toList();
  }
}
