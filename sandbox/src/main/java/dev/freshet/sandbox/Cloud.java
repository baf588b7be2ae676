package dev.freshet.sandbox;

import dev.freshet.contract.stage.StageLayout;
import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.BucketNotifications;
import dev.freshet.sandbox.services.EmbeddedS3;
import dev.freshet.sandbox.services.EmbeddedSqs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The bucket and the queue that Terraform provides elsewhere, embedded. */
public record Cloud(
    EmbeddedS3 s3, EmbeddedSqs sqs, EmbeddedSqs.Queue queue, BucketNotifications notifications)
    implements AutoCloseable {

  public static final String BUCKET = "freshet-sandbox-stage";

  /** As Terraform sets it: a notice that is not deleted comes again after this time. */
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  private static final int MAX_RECEIVES = 5;

  public static Cloud start(Workspace workspace) throws IOException {
    AccessKey key = new AccessKey("sandbox", UUID.randomUUID().toString());
    EmbeddedS3 s3 = EmbeddedS3.start(workspace.folder("s3"), key);
    EmbeddedSqs sqs = EmbeddedSqs.start(key);
    s3.client().createBucket(b -> b.bucket(BUCKET));
    EmbeddedSqs.Queue queue = sqs.createQueue("freshet-notices", VISIBILITY, MAX_RECEIVES);
    List<String> announced =
        List.of(StageLayout.MANIFESTS, StageLayout.REPLAYS, StageLayout.DECISIONS);
    return new Cloud(s3, sqs, queue, BucketNotifications.wire(s3, BUCKET, announced, sqs, queue));
  }

  @Override
  public void close() throws IOException {
    notifications.close();
    sqs.close();
    s3.close();
  }
}
