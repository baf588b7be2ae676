package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import java.util.List;

/** What COPY INTO a location answers: a row per file, or one row of sums. */
final class UnloadResult {

  private UnloadResult() {}

  static Result.Builder header(UnloadOptions options) {
    Result.Builder result = Result.builder(StatementType.UNLOAD);
    return options.detailedOutput()
        ? result.text("FILE_NAME").number("FILE_SIZE", "ROW_COUNT")
        : result.number("rows_unloaded", "input_bytes", "output_bytes");
  }

  /**
   * @param names FILE_NAME of each file
   */
  static Result of(UnloadOptions options, List<String> names, List<UnloadedFile> files) {
    Result.Builder result = header(options);
    if (options.detailedOutput()) {
      for (int i = 0; i < files.size(); i++) {
        UnloadedFile file = files.get(i);
        result.row(names.get(i), Long.toString(file.bytes()), Long.toString(file.rows()));
      }
    } else {
      String rows = Long.toString(files.stream().mapToLong(UnloadedFile::rows).sum());
      String bytes = Long.toString(files.stream().mapToLong(UnloadedFile::bytes).sum());
      result.row(rows, bytes, bytes);
    }
    return result.build();
  }
}
