package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.sql.Lexer;
import dev.freshet.sandbox.snowflake.sql.Token;
import java.util.List;

/**
 * What a driver must know of a statement's question marks before it binds values.
 *
 * @param count how many there are
 * @param arrays whether a batch may come as one request with arrays of values; else the driver
 *     sends row by row
 */
record BindPlaces(long count, boolean arrays) {

  static BindPlaces of(String sql) {
    if (sql.indexOf('?') < 0) {
      return new BindPlaces(0, false);
    }
    List<Token> tokens = Lexer.tokens(sql);
    long count = tokens.stream().filter(token -> token.kind() == Token.Kind.PARAMETER).count();
    return new BindPlaces(count, count > 0 && tokens.get(0).isWord("INSERT"));
  }
}
