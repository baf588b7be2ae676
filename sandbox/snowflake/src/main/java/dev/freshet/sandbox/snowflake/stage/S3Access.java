package dev.freshet.sandbox.snowflake.stage;

import java.net.URI;

/**
 * The S3 service behind external stages: whatever URL a stage names, its bucket is looked for here.
 *
 * @param endpoint addressed path-style
 */
public record S3Access(URI endpoint, String region, String accessKeyId, String secretAccessKey) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "S3 at " + endpoint + " (" + region + ") as " + accessKeyId;
  }
}
