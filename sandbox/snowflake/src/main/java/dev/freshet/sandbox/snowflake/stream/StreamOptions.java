package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;
import java.util.Optional;

/** What CREATE STREAM says behind the table. */
record StreamOptions(boolean appendOnly, boolean initialRows, Optional<String> comment) {

  static StreamOptions read(TokenReader statement) {
    Given given = new Given();
    new OptionReader(
            statement,
            Map.of(
                "APPEND_ONLY", option -> given.appendOnly = option.bool(),
                "SHOW_INITIAL_ROWS", option -> given.initialRows = option.bool(),
                "COMMENT", option -> given.comment = Optional.of(option.tokens().string())))
        .readAll();
    return new StreamOptions(given.appendOnly, given.initialRows, given.comment);
  }

  private static final class Given {
    private boolean appendOnly;
    private boolean initialRows;
    private Optional<String> comment = Optional.empty();
  }
}
