package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/** {@code FLATTEN(INPUT => …)}: one row for each element of an array or object. */
final class Flatten {

  private Flatten() {}

  static String translate(ExpressionTranslator expressions, TokenReader reader) {
    if (reader.accept("INPUT")) {
      reader.expectSymbol("=>");
    }
    Expr input = expressions.expression();
    if (reader.peek().isSymbol(",")) {
      throw new UnsupportedSql("FLATTEN with PATH, OUTER, RECURSIVE or MODE");
    }
    String element =
        "SELECT CAST(NULL AS BIGINT) AS "
            + Identifiers.encode("SEQ")
            + ", CASE WHEN e.\"key\" ~ '^[0-9]+$' AND json_type("
            + input.sql()
            + ") = 'ARRAY' THEN NULL ELSE e.\"key\" END AS "
            + Identifiers.encode("KEY")
            + ", e.fullkey[3:] AS "
            + Identifiers.encode("PATH")
            + ", CASE WHEN json_type("
            + input.sql()
            + ") = 'ARRAY' THEN CAST(e.\"key\" AS BIGINT) END AS "
            + Identifiers.encode("INDEX")
            + ", e.\"value\" AS "
            + Identifiers.encode("VALUE")
            + " FROM json_each("
            + input.sql()
            + ") AS e";
    return "LATERAL (" + element + ")";
  }
}
