package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.Table.Durability;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Set;

/**
 * What stands between CREATE and the object's kind.
 *
 * @param replace OR REPLACE
 * @param secure SECURE, of a view
 */
public record CreateOptions(boolean replace, boolean secure, Durability durability) {

  private static final Set<String> PASSED_OVER = Set.of("LOCAL", "GLOBAL", "SCOPED");

  /** Reads {@code CREATE [OR REPLACE] [TRANSIENT | TEMPORARY] …}. */
  public static CreateOptions read(TokenReader reader) {
    reader.expect("CREATE");
    boolean replace = reader.accept("OR", "REPLACE");
    boolean secure = false;
    Durability durability = Durability.PERMANENT;
    while (true) {
      if (!reader.acceptAny("TEMPORARY", "TEMP", "VOLATILE").isEmpty()) {
        durability = Durability.TEMPORARY;
      } else if (reader.accept("TRANSIENT")) {
        durability = Durability.TRANSIENT;
      } else if (reader.accept("SECURE")) {
        secure = true;
      } else if (PASSED_OVER.contains(reader.peek().text())) {
        reader.next();
      } else {
        return new CreateOptions(replace, secure, durability);
      }
    }
  }

  /** Whether a statement creates this kind of object. */
  public static boolean creates(TokenReader statement, String... kind) {
    if (!statement.startsWith("CREATE")) {
      return false;
    }
    TokenReader reader = statement.restarted();
    read(reader);
    return reader.startsWith(kind);
  }

  /**
   * Whether to create: false if the object is there and IF NOT EXISTS was said; an error without
   * it.
   */
  public boolean mayCreate(boolean there, boolean ifNotExists, Object name) {
    if (replace && ifNotExists) {
      throw SnowflakeException.compilation(
          "001003", "OR REPLACE and IF NOT EXISTS exclude each other.");
    }
    if (there && !replace && !ifNotExists) {
      throw SnowflakeException.exists(name);
    }
    return !there || replace;
  }
}
