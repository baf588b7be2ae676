package dev.freshet.sandbox.services;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A bucket's notification configuration: sends every change under some prefixes to a queue. Like
 * S3, it sends in the background after the write was answered, at least once and in no promised
 * order, and begins with an {@code s3:TestEvent}. What is not sent when it closes is lost: a notice
 * is a hint.
 */
public final class BucketNotifications implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BucketNotifications.class);
  private static final Duration LAST_SENDS = Duration.ofSeconds(2);

  private final EmbeddedS3 s3;
  private final SqsClient sqs;
  private final String queueUrl;
  private final Consumer<ObjectEvent> listener;
  private final ScheduledThreadPoolExecutor sender =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "bucket-notifications"));

  private BucketNotifications(
      EmbeddedS3 s3, EmbeddedSqs sqs, EmbeddedSqs.Queue queue, Source source, NoticeFaults faults) {
    this.s3 = s3;
    this.sqs = sqs.client();
    this.queueUrl = queue.url();
    this.listener = event -> deliver(event, source, faults);
    // A write that is still on its way when this closes must not fail for it.
    sender.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    sender.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Connects without faults. */
  public static BucketNotifications wire(
      EmbeddedS3 s3,
      String bucket,
      List<String> prefixes,
      EmbeddedSqs sqs,
      EmbeddedSqs.Queue queue) {
    return wire(s3, bucket, prefixes, sqs, queue, NoticeFaults.NONE);
  }

  /**
   * Connects a bucket to a queue and sends the test event.
   *
   * @param prefixes of the keys whose changes are told, for instance {@code manifests/}
   */
  public static BucketNotifications wire(
      EmbeddedS3 s3,
      String bucket,
      List<String> prefixes,
      EmbeddedSqs sqs,
      EmbeddedSqs.Queue queue,
      NoticeFaults faults) {
    BucketNotifications notifications =
        new BucketNotifications(s3, sqs, queue, new Source(bucket, prefixes), faults);
    notifications.send(EventMessage.test(bucket, Clock.systemUTC().instant()));
    s3.subscribe(notifications.listener);
    return notifications;
  }

  private void deliver(ObjectEvent event, Source source, NoticeFaults faults) {
    source
        .prefixOf(event)
        .ifPresent(prefix -> schedule(EventMessage.of(event, prefix), faults.delaysOf(event)));
  }

  private void schedule(String message, List<Duration> delays) {
    for (Duration delay : delays) {
      Future<?> unused =
          sender.schedule(() -> send(message), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void send(String message) {
    try {
      sqs.sendMessage(r -> r.queueUrl(queueUrl).messageBody(message));
    } catch (SdkException e) {
      LOG.warn("A notice was lost: it could not be sent to {}: {}", queueUrl, e.getMessage());
    }
  }

  @Override
  public void close() {
    s3.unsubscribe(listener);
    sender.shutdown();
    try {
      if (!sender.awaitTermination(LAST_SENDS.toMillis(), TimeUnit.MILLISECONDS)) {
        sender.shutdownNow();
      }
    } catch (InterruptedException e) {
      sender.shutdownNow();
      Thread.currentThread().interrupt();
    }
    sqs.close();
  }

  /** The keys that are told. */
  private record Source(String bucket, List<String> prefixes) {
    Source {
      prefixes = List.copyOf(prefixes);
    }

    Optional<String> prefixOf(ObjectEvent event) {
      return bucket.equals(event.bucket())
          ? prefixes.stream().filter(event.key()::startsWith).findFirst()
          : Optional.empty();
    }
  }
}
