package dev.freshet.sandbox.snowflake.stage;

/**
 * The names Snowflake gives to the files of one unload (sql-reference/sql/copy-into-location,
 * SINGLE and INCLUDE_QUERY_ID).
 *
 * @param path the target's path in the stage
 */
record UnloadNames(String path, UnloadOptions options, String queryId, String extension) {

  /**
   * The path in the stage of the n-th file of a partition, from 0: its value is a folder, and its
   * files are counted anew.
   */
  String file(String partition, int n) {
    return folder() + partition + "/data_" + queryId + "_" + numbers(n);
  }

  /** The path in the stage of the n-th file, from 0. */
  String file(int n) {
    if (options.single()) {
      return path.isEmpty() || path.endsWith("/") ? path + "data" : path;
    }
    if (options.includeQueryId()) {
      return folder() + "data_" + queryId + "_" + numbers(n);
    }
    return (path.isEmpty() || path.endsWith("/") ? path + "data" : path) + "_" + numbers(n);
  }

  /**
   * FILE_NAME of DETAILED_OUTPUT. Snowflake's documentation does not say what it is relative to;
   * here it starts with the last folder of the target, which is what its users report.
   */
  String reported(String file) {
    String parent = folder().isEmpty() ? "" : folder().substring(0, folder().length() - 1);
    return file.substring(parent.lastIndexOf('/') + 1);
  }

  private String folder() {
    if (path.isEmpty() || path.endsWith("/")) {
      return path;
    }
    return options.includeQueryId() ? path + "/" : path.substring(0, path.lastIndexOf('/') + 1);
  }

  private String numbers(int n) {
    return "0_" + n + "_0" + extension;
  }
}
