package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import java.util.Optional;

/**
 * Puts values into columns: what INSERT, UPDATE and MERGE cast by themselves, and what they refuse.
 */
public final class Assignment {

  private Assignment() {}

  /** A value as it goes into a column; of a type Snowflake would not cast, it is an error. */
  public static String of(Scope scope, Expr value, TableColumn column) {
    if (value.form() == Form.NULL) {
      return value.sql();
    }
    Optional<SqlType> from = value.isLiteral() ? literalType(value) : scope.typeOf(value);
    return from.map(type -> cast(scope, value, type, column)).orElse(value.sql());
  }

  private static Optional<SqlType> literalType(Expr value) {
    return Optional.of(value.form() == Form.STRING ? SqlType.TEXT : SqlType.INTEGER);
  }

  private static String cast(Scope scope, Expr value, SqlType from, TableColumn column) {
    SqlType to = column.type();
    Expr typed = new Expr(value.sql(), value.form(), Optional.of(from));
    if (from.isSemiStructured() != to.isSemiStructured() && !into(from, to)) {
      throw SnowflakeException.compilation(
          "002023",
          "Expression type does not match column data type, expecting "
              + to.snowflake()
              + " but got "
              + from.snowflake()
              + " for column "
              + column.name());
    }
    if (to.family() == Family.TEXT) {
      // Not shortened to the column's length: text that is too long is an error.
      return from.family() == Family.TEXT ? value.sql() : Casts.toText(scope, typed);
    }
    boolean direct = from.family() == to.family() && !to.isTimestamp();
    return direct ? value.sql() : Casts.cast(scope, typed, to).sql();
  }

  /** A VARIANT goes into any column; of others only VARIANT takes what is not semi-structured. */
  private static boolean into(SqlType from, SqlType to) {
    return from.isSemiStructured()
        || (to.family() == Family.VARIANT && from.family() != Family.TEXT);
  }
}
