package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Writes the one column of a DuckDB query as text: each value as it is, then the record delimiter. */
final class TextUnload {

  private final Connection duckdb;
  private final Path directory;
  private final FileFormat.Csv format;

  TextUnload(Connection duckdb, Path directory, FileFormat.Csv format) {
    this.duckdb = duckdb;
    this.directory = directory;
    this.format = format;
  }

  /** One file, or none if there are no rows. */
  List<UnloadedFile> write(String query) throws SQLException, IOException {
    Path file = directory.resolve("text");
    long rows = 0;
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        Statement statement = duckdb.createStatement();
        ResultSet values = statement.executeQuery(query)) {
      requireOneColumn(values.getMetaData().getColumnCount());
      for (; values.next(); rows++) {
        String value = values.getString(1);
        writer.write(value == null ? nullText() : value);
        writer.write(format.recordDelimiter().orElse(""));
      }
    }
    return rows == 0 ? List.of() : List.of(new UnloadedFile(file, rows, Files.size(file)));
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
