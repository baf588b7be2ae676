package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of an external stage.
 *
 * @param prefix of all its keys; empty, or ending in a slash
 */
record S3Location(String bucket, String prefix) {

  private static final Pattern URL = Pattern.compile("s3://([a-z0-9][a-z0-9.-]+)(?:/(.*))?");

  /**
   * @throws SnowflakeException if it is not {@code s3://bucket[/path/]}
   */
  static S3Location parse(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw SnowflakeException.compilation(
          "001008", "invalid URL '" + url + "' for a stage: expected s3://<bucket>/<path>/");
    }
    String path = matcher.group(2) == null ? "" : matcher.group(2);
    return new S3Location(
        matcher.group(1), path.isEmpty() || path.endsWith("/") ? path : path + "/");
  }

  String key(String path) {
    return prefix + path;
  }

  String url(String path) {
    return "s3://" + bucket + "/" + key(path);
  }
}
