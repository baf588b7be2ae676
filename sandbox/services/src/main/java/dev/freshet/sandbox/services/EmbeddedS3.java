package dev.freshet.sandbox.services;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3 on a free port of 127.0.0.1, over files of a directory, so that its memory does not grow with
 * what it holds and a second start finds everything again.
 *
 * <p>It checks signatures and serves conditional writes, ranges, multipart uploads and listings in
 * key order. It differs from S3 in this: no versioning, no tags, no policies (the one access key
 * may do everything), and no key may also be a folder of another ({@code a/b} beside {@code
 * a/b/c}). The caller creates the buckets. Addresses are path-style.
 */
public final class EmbeddedS3 implements AutoCloseable {
  /** The region that requests are to be signed for. */
  public static final Region REGION = Region.US_EAST_1;

  private final S3Proxy server;
  private final ObjectEvents events;
  private final AccessKey accessKey;
  private final URI endpoint;

  private EmbeddedS3(S3Proxy server, ObjectEvents events, AccessKey accessKey) {
    this.server = server;
    this.events = events;
    this.accessKey = accessKey;
    this.endpoint = URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** Starts without faults. */
  public static EmbeddedS3 start(Path directory, AccessKey accessKey) throws IOException {
    return start(directory, accessKey, RequestFaults.NONE);
  }

  /**
   * Starts over a directory, which is created if it is missing and never deleted.
   *
   * @throws IOException if the directory cannot be used or the server does not come up
   */
  public static EmbeddedS3 start(Path directory, AccessKey accessKey, RequestFaults faults)
      throws IOException {
    Files.createDirectories(directory);
    ExtendedAttributes.require(directory);
    ObjectEvents events = new ObjectEvents(Clock.systemUTC());
    FilesystemNio2BlobStore files = new FilesystemNio2BlobStore(directory.toString());
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new GuardedStore(files, events, faults))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey.id(), accessKey.secret())
            .ignoreUnknownHeaders(true)
            .build();
    return new EmbeddedS3(started(server, directory), events, accessKey);
  }

  // s3proxy's start() declares Exception; whatever it is, the server is not there.
  private static S3Proxy started(S3Proxy server, Path directory) throws IOException {
    try {
      server.start();
      return server;
    } catch (Exception e) {
      throw new IOException(
          "The embedded S3 over " + directory + " did not start: " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  /** The key that it accepts. */
  public AccessKey accessKey() {
    return accessKey;
  }

  /** A new client of this server; the caller closes it. */
  public S3Client client() {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .forcePathStyle(true)
        .credentialsProvider(accessKey.provider())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /**
   * Hands every later change to a listener, on the thread that serves the writer and before the
   * writer has its answer: be quick.
   */
  void subscribe(Consumer<ObjectEvent> listener) {
    events.subscribe(listener);
  }

  void unsubscribe(Consumer<ObjectEvent> listener) {
    events.unsubscribe(listener);
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException(
          "The embedded S3 at " + endpoint + " did not stop: " + e.getMessage(), e);
    }
  }
}
