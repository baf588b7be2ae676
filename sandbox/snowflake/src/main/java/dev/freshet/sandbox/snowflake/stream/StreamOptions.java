package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What CREATE STREAM says behind the table. */
record StreamOptions(boolean appendOnly, boolean initialRows, Optional<String> comment) {

  static StreamOptions read(TokenReader statement) {
    AtomicBoolean appendOnly = new AtomicBoolean();
    AtomicBoolean initialRows = new AtomicBoolean();
    AtomicReference<Optional<String>> comment = new AtomicReference<>(Optional.empty());
    new OptionReader(
            statement,
            Map.of(
                "APPEND_ONLY", option -> appendOnly.set(option.bool()),
                "SHOW_INITIAL_ROWS", option -> initialRows.set(option.bool()),
                "COMMENT", option -> comment.set(Optional.of(option.tokens().string()))))
        .readAll();
    return new StreamOptions(appendOnly.get(), initialRows.get(), comment.get());
  }
}
