package dev.freshet.sandbox.snowflake.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of an external stage: objects under its URL. The client stays the caller's to close.
 */
final class S3StageFiles implements StageFiles {

  private final S3Client client;
  private final S3Location location;

  S3StageFiles(S3Client client, S3Location location) {
    this.client = client;
    this.location = location;
  }

  @Override
  public List<StagedFile> list(String prefix) throws IOException {
    return request(
        "list " + location.url(prefix),
        () ->
            client
                .listObjectsV2Paginator(
                    r -> r.bucket(location.bucket()).prefix(location.key(prefix)))
                .contents()
                .stream()
                .map(this::staged)
                .sorted(Comparator.comparing(StagedFile::path))
                .toList());
  }

  @Override
  public byte[] read(String path) throws IOException {
    return request(
        "read " + location.url(path),
        () ->
            client
                .getObjectAsBytes(r -> r.bucket(location.bucket()).key(location.key(path)))
                .asByteArray());
  }

  @Override
  public void write(String path, Path source) throws IOException {
    request(
        "write " + location.url(path),
        () ->
            client.putObject(
                r -> r.bucket(location.bucket()).key(location.key(path)),
                RequestBody.fromFile(source)));
  }

  @Override
  public void delete(String path) throws IOException {
    request(
        "delete " + location.url(path),
        () -> client.deleteObject(r -> r.bucket(location.bucket()).key(location.key(path))));
  }

  private StagedFile staged(S3Object object) {
    return new StagedFile(
        object.key().substring(location.prefix().length()),
        object.size(),
        object.eTag().replace("\"", ""),
        object.lastModified());
  }

  private static <T> T request(String doing, Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (SdkException e) {
      throw new IOException("Could not " + doing + ": " + e.getMessage(), e);
    }
  }
}
