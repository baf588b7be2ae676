package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What CREATE STREAM says behind the table. */
record StreamOptions(boolean appendOnly, boolean initialRows, Optional<String> comment) {

  static StreamOptions read(TokenReader statement) {
    AtomicBoolean appendOnly = new AtomicBoolean();
    AtomicBoolean initialRows = new AtomicBoolean();
    List<String> comment = new ArrayList<>();
    new OptionReader(
            statement,
            Map.of(
                "APPEND_ONLY", option -> appendOnly.set(option.bool()),
                "SHOW_INITIAL_ROWS", option -> initialRows.set(option.bool()),
                "COMMENT", option -> comment.add(option.tokens().string())))
        .readAll();
    return new StreamOptions(appendOnly.get(), initialRows.get(), comment.stream().findFirst());
  }
}
