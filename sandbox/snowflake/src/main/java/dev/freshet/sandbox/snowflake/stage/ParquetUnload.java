package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes the rows of a DuckDB query as Parquet files into a directory, in the order of the query.
 * No rows, no file.
 */
record ParquetUnload(Duck duck, Path directory, FileFormat.Parquet format) {

  /** A slice is planned somewhat below the bound, since rows differ in size. */
  private static final double FILL = 0.9;

  /**
   * @param maxFileSize a file of more bytes is cut into several, by number of rows; single rows may
   *     make one larger all the same
   */
  List<UnloadedFile> write(String query, ParquetColumns columns, long maxFileSize)
      throws IOException {
    return cut(file(columns.written(query), "whole.parquet"), columns, maxFileSize);
  }

  /**
   * The same of rows that are written already.
   *
   * @param name tells the files from others in the directory
   */
  List<UnloadedFile> again(String query, String name, ParquetColumns columns, long maxFileSize)
      throws IOException {
    return cut(file(columns.again(query), name + ".parquet"), columns, maxFileSize);
  }

  private List<UnloadedFile> cut(UnloadedFile whole, ParquetColumns columns, long maxFileSize)
      throws IOException {
    if (whole.rows() == 0) {
      return List.of();
    }
    return whole.bytes() <= maxFileSize ? List.of(whole) : slices(whole, columns, maxFileSize);
  }

  private List<UnloadedFile> slices(UnloadedFile whole, ParquetColumns columns, long maxFileSize)
      throws IOException {
    long rows = Math.max(1, (long) (whole.rows() * FILL * maxFileSize / whole.bytes()));
    String source = "SELECT * FROM read_parquet('" + escaped(whole.file()) + "')";
    Path name = Objects.requireNonNull(whole.file().getFileName(), "it was just written");
    List<UnloadedFile> slices = new ArrayList<>();
    for (long from = 0; from < whole.rows(); from += rows) {
      String slice = source + " LIMIT " + rows + " OFFSET " + from;
      slices.add(file(columns.again(slice), "slice-" + slices.size() + "-of-" + name));
    }
    return slices;
  }

  private UnloadedFile file(String query, String name) throws IOException {
    Path file = directory.resolve(name);
    String codec = format.compression().equals("NONE") ? "UNCOMPRESSED" : format.compression();
    long rows =
        duck.update(
            "COPY (%s) TO '%s' (FORMAT PARQUET, COMPRESSION %s)"
                .formatted(query, escaped(file), codec));
    return new UnloadedFile(file, rows, Files.size(file));
  }

  private static String escaped(Path file) {
    return file.toString().replace("'", "''");
  }
}
