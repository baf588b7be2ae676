package dev.freshet.procs.stage;

/**
 * An object on the stage, as LIST shows it.
 *
 * @param name its key below the folder that was listed
 * @param bytes its size
 * @param etag S3's entity tag, without quotes
 */
public record StageFile(String name, long bytes, String etag) {

  /** The part of a listed path or URL below the last folder of a prefix. */
  static String below(String prefix, String path) {
    String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    int at = folder.isEmpty() ? -1 : path.lastIndexOf(folder);
    return at < 0 ? lastPart(path) : path.substring(at + folder.length());
  }

  /** The last part of a path or URL: what FILE_NAME is relative to is not documented. */
  public static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
