package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** ALTER TABLE … ALTER COLUMN. Source: sql-reference/sql/alter-table-column. */
final class AlterColumn {

  private AlterColumn() {}

  /** Reads what stands behind ALTER or MODIFY, with or without brackets around several columns. */
  static List<Consumer<TableChanges>> changes(TokenReader reader) {
    boolean bracket = reader.acceptSymbol("(");
    List<Consumer<TableChanges>> changes = new ArrayList<>();
    do {
      reader.accept("COLUMN");
      changes.add(change(reader, reader.identifier()));
    } while (reader.acceptSymbol(","));
    if (bracket) {
      reader.expectSymbol(")");
    }
    return changes;
  }

  private static Consumer<TableChanges> change(TokenReader reader, String column) {
    if (reader.accept("DROP", "DEFAULT")) {
      return table -> table.note(column, c -> c.withoutDefault());
    }
    if (reader.accept("SET", "NOT", "NULL") || reader.accept("NOT", "NULL")) {
      return table -> table.setNullable(column, false);
    }
    if (reader.accept("DROP", "NOT", "NULL")) {
      return table -> table.setNullable(column, true);
    }
    if (reader.accept("COMMENT")) {
      Optional<String> comment = Optional.of(reader.string());
      return table -> table.note(column, c -> c.commented(comment));
    }
    if (reader.accept("UNSET", "COMMENT")) {
      return table -> table.note(column, c -> c.commented(Optional.empty()));
    }
    if (reader.accept("SET", "DATA", "TYPE") || reader.accept("TYPE")) {
      SqlType type = TypeReader.read(reader);
      return table -> table.retype(column, type);
    }
    throw reader.unexpected("expected a change of a column the sandbox knows");
  }
}
