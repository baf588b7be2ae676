package dev.freshet.procs.stage;

/**
 * An object on the stage, as LIST shows it.
 *
 * @param name the last part of its key
 * @param bytes its size
 * @param etag S3's entity tag, without quotes
 */
public record StageFile(String name, long bytes, String etag) {

  /** The last part of a path or URL: what FILE_NAME is relative to is not documented. */
  public static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
