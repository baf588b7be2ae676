package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the one column of a DuckDB query as text: each value as it is, then the record delimiter.
 */
record TextUnload(Duck duck, Path directory, FileFormat.Csv format) {

  /** One file, or none if there are no rows. */
  List<UnloadedFile> write(String query) throws IOException {
    requireOneColumn(duck.describe(query).size());
    List<@Nullable String[]> rows = duck.rows(query);
    if (rows.isEmpty()) {
      return List.of();
    }
    StringBuilder text = new StringBuilder();
    for (@Nullable String[] row : rows) {
      text.append(row[0] == null ? nullText() : row[0]).append(delimiter());
    }
    Path file = directory.resolve("text");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return List.of(new UnloadedFile(file, rows.size(), Files.size(file)));
  }

  private String delimiter() {
    return format.recordDelimiter().orElse("");
  }

  private String nullText() {
    return format.nullIf().isEmpty() ? "" : format.nullIf().get(0);
  }

  private static void requireOneColumn(int columns) {
    if (columns != 1) {
      throw SnowflakeException.unsupported(
          "The sandbox unloads text from a query of one column; this one has " + columns + ".");
    }
  }
}
