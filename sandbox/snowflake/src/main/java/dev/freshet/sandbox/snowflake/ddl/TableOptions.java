package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Options of a table, {@code NAME = value}: kept, and shown, of those Freshet's own SQL uses. */
final class TableOptions {

  static final String CHANGE_TRACKING = "CHANGE_TRACKING";
  static final String COMMENT = "COMMENT";

  private static final Set<String> KNOWN =
      Set.of(
          CHANGE_TRACKING,
          COMMENT,
          "DATA_RETENTION_TIME_IN_DAYS",
          "MAX_DATA_EXTENSION_TIME_IN_DAYS",
          "ENABLE_SCHEMA_EVOLUTION");

  private TableOptions() {}

  /** Reads options up to the end, AS, or another word that is no option. */
  static Map<String, String> read(TokenReader reader) {
    Map<String, String> options = new LinkedHashMap<>();
    while (!reader.atEnd() && !reader.peek().isWord("AS")) {
      reader.acceptSymbol(",");
      if (reader.accept("CLUSTER", "BY")) {
        int close = reader.aheadToClose();
        for (int i = 0; i <= close; i++) {
          reader.next();
        }
      } else if (!reader.accept("COPY", "GRANTS")) {
        option(reader, options);
      }
    }
    return options;
  }

  private static void option(TokenReader reader, Map<String, String> options) {
    String name = reader.identifier();
    if (!KNOWN.contains(name)) {
      throw new UnsupportedSql("the table option " + name);
    }
    reader.expectSymbol("=");
    options.put(name, reader.next().text());
  }
}
