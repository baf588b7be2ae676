package dev.freshet.bridge.stage;

import dev.freshet.contract.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A part on S3: every range is asked for with If-Match, so two versions never mix. */
final class S3Part implements PartSource {
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final Manifest.Part part;

  S3Part(S3Client s3, String bucket, String key, Manifest.Part part) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.part = part;
  }

  @Override
  public String name() {
    return part.key();
  }

  @Override
  public long length() {
    return part.bytes();
  }

  @Override
  public void read(long offset, byte[] target, int at, int length) {
    String range = "bytes=" + offset + "-" + (offset + length - 1);
    try (InputStream bytes =
        s3.getObject(
            r -> r.bucket(bucket).key(key).range(range).ifMatch('"' + part.etag() + '"'))) {
      if (bytes.readNBytes(target, at, length) != length) {
        throw altered("ends before byte " + (offset + length));
      }
    } catch (NoSuchKeyException e) {
      throw new PartException("Part " + part.key() + " is missing; its manifest names it", e);
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == RANGE_NOT_SATISFIABLE) {
        throw altered("is another object now (HTTP " + e.statusCode() + ")");
      }
      throw unavailable(e);
    } catch (SdkException | IOException e) {
      throw unavailable(e);
    }
  }

  private PartException altered(String what) {
    return new PartException(
        "Part "
            + part.key()
            + " "
            + what
            + "; its manifest names "
            + part.bytes()
            + " bytes with entity tag "
            + part.etag()
            + ". Somebody wrote to data/ after the announcement.");
  }

  private StageUnavailableException unavailable(Exception e) {
    return new StageUnavailableException(
        "Part " + part.key() + " could not be read: " + e.getMessage(), e);
  }
}
