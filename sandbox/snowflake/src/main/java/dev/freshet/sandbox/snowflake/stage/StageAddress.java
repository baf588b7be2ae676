package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.sql.Namespace;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/**
 * {@code @db.schema.stage/path}: a stage and a place in it.
 *
 * @param path as written behind the first slash; empty for the whole stage, may end in a slash
 */
public record StageAddress(ObjectName stage, String path) {

  /** Reads an address, bare or as a string ({@code '@stage/path'}). */
  public static StageAddress read(TokenReader reader, Namespace namespace) {
    Token token = reader.peek();
    if (token.kind() == Token.Kind.STRING && isSchemeUrl(token.text())) {
      throw new UnsupportedSql("a location by URL; name a stage instead");
    }
    boolean named = token.kind() == Token.Kind.STAGE || token.kind() == Token.Kind.STRING;
    if (!named || !token.text().startsWith("@")) {
      throw reader.unexpected("expected a stage, @name/path");
    }
    reader.next();
    return parse(token.text(), namespace);
  }

  /**
   * @param text with the {@code @}
   */
  public static StageAddress parse(String text, Namespace namespace) {
    if (text.startsWith("@~") || text.startsWith("@%")) {
      throw new UnsupportedSql("user and table stages (" + text + "); create a named stage");
    }
    int slash = endOfName(text);
    String name = text.substring(1, slash);
    String path = slash == text.length() ? "" : text.substring(slash + 1);
    return new StageAddress(ObjectName.parse(name, namespace), path);
  }

  private static int endOfName(String text) {
    boolean quoted = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '/' && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isSchemeUrl(String text) {
    return text.contains("://");
  }

  @Override
  public String toString() {
    return "@" + stage + "/" + path;
  }
}
