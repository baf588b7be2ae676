package dev.freshet.sandbox.snowflake.stage;

import java.time.Instant;

/**
 * A file of a stage.
 *
 * @param path within the stage
 * @param size in bytes
 * @param md5 the ETag on S3, which is the MD5 of the content only for files uploaded in one piece
 */
public record StagedFile(String path, long size, String md5, Instant lastModified) {}
