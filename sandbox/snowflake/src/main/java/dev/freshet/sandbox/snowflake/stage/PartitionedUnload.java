package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * COPY INTO a location with PARTITION BY (sql-reference/sql/copy-into-location): a folder for each
 * value of the expression, {@code __NULL__} for NULL. The order of the query is lost, as the page
 * says; here the rows are shuffled, always in the same way, and each folder gets the files of two
 * writers, so that nobody comes to rely on an order. All columns of the query stay in the files.
 *
 * @param files writes those of one folder
 */
record PartitionedUnload(Duck duck, Path directory, ParquetUnload files) {
  private static final int WRITERS = 2;
  private static final String VALUE = Identifiers.verbatim("partition value");
  private static final String NULL_FOLDER = "__NULL__";

  /**
   * @param partition the expression, over the columns of the query
   */
  List<UnloadedFile> write(String query, String partition, ParquetColumns columns, long maxFileSize)
      throws IOException {
    String valued = "SELECT *, " + partition + " AS " + VALUE + " FROM (" + query + ") AS unloaded";
    requireText(valued);
    Path all = directory.resolve("all.parquet");
    String written = ParquetColumns.of(duck, valued).written(valued);
    duck.update("COPY (%s) TO '%s' (FORMAT PARQUET)".formatted(written, escaped(all)));
    List<UnloadedFile> unloaded = new ArrayList<>();
    for (Optional<String> value : values(all)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        String rows = rows(all, value, writer);
        String name = "writer-" + unloaded.size();
        String folder = folder(value);
        files.again(rows, name, columns, maxFileSize).forEach(f -> unloaded.add(f.of(folder)));
      }
    }
    Files.delete(all);
    return unloaded;
  }

  private void requireText(String valued) {
    List<Duck.DuckColumn> described = duck.describe(valued);
    if (!described.get(described.size() - 1).type().equals("VARCHAR")) {
      throw SnowflakeException.compilation(
          "001008", "the expression of PARTITION BY must evaluate to a string");
    }
  }

  private List<Optional<String>> values(Path all) {
    List<@Nullable String[]> found =
        duck.rows("SELECT DISTINCT %s FROM '%s' ORDER BY 1".formatted(VALUE, escaped(all)));
    return found.stream().map(row -> Optional.ofNullable(row[0])).toList();
  }

  private static String rows(Path all, Optional<String> value, int writer) {
    String wanted = value.map(v -> "'" + v.replace("'", "''") + "'").orElse("NULL");
    return ("SELECT * EXCLUDE (%1$s, file_row_number) FROM read_parquet('%2$s', file_row_number ="
            + " TRUE) WHERE %1$s IS NOT DISTINCT FROM %3$s AND hash(file_row_number) %% %4$d = %5$d"
            + " ORDER BY hash(file_row_number)")
        .formatted(VALUE, escaped(all), wanted, WRITERS, writer);
  }

  private static String folder(Optional<String> value) {
    String folder = value.orElse(NULL_FOLDER);
    if (!folder.matches("[A-Za-z0-9_=:-]+(/[A-Za-z0-9_=:-]+)*")) {
      throw SnowflakeException.unsupported(
          "The sandbox takes for a value of PARTITION BY letters, digits, _ = : - and slashes"
              + " between them; what becomes of others in a path is not documented.");
    }
    return folder;
  }

  private static String escaped(Path file) {
    return file.toString().replace("'", "''");
  }
}
