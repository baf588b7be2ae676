package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What CREATE VIEW says between the view's name and AS. Source: sql-reference/sql/create-view. */
record ViewOptions(Optional<String> comment, boolean tracked) {

  static ViewOptions read(TokenReader reader) {
    Map<String, String> given = new HashMap<>();
    OptionReader options =
        new OptionReader(
            reader,
            Map.of(
                TableOptions.COMMENT,
                option -> given.put(TableOptions.COMMENT, option.tokens().string()),
                TableOptions.CHANGE_TRACKING,
                option -> given.put(TableOptions.CHANGE_TRACKING, String.valueOf(option.bool()))));
    options.readAll();
    reader.accept("COPY", "GRANTS");
    options.readAll();
    return new ViewOptions(
        Optional.ofNullable(given.get(TableOptions.COMMENT)), TableOptions.tracks(given));
  }
}
