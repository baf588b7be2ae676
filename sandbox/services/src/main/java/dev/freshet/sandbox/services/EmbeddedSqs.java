package dev.freshet.sandbox.services;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * SQS on a free port of 127.0.0.1, in memory: messages are gone at the end, as notices may be. Long
 * polls, visibility, batches, redelivery and dead-letter queues work; unlike SQS it takes any
 * credentials, and it refuses to delete with the receipt handle of an earlier delivery.
 */
public final class EmbeddedSqs implements AutoCloseable {
  private final SQSRestServer server;
  private final URI endpoint;
  private final AccessKey accessKey;

  private EmbeddedSqs(SQSRestServer server, AccessKey accessKey) {
    this.server = server;
    this.accessKey = accessKey;
    this.endpoint =
        URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
  }

  /** Starts with no queues. */
  public static EmbeddedSqs start(AccessKey accessKey) {
    return new EmbeddedSqs(
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(EmbeddedS3.REGION.id())
            .start(),
        accessKey);
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  /** A new client of this server; the caller closes it. */
  public SqsClient client() {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(EmbeddedS3.REGION)
        .credentialsProvider(accessKey.provider())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /**
   * Creates a queue and its dead-letter queue {@code <name>-dead}.
   *
   * @param visibility how long a received message stays hidden; whole seconds
   * @param maxReceives after so many deliveries without a delete a message goes to the dead-letter
   *     queue
   */
  public Queue createQueue(String name, Duration visibility, int maxReceives) {
    try (SqsClient client = client()) {
      String deadLetters = client.createQueue(r -> r.queueName(name + "-dead")).queueUrl();
      Map<QueueAttributeName, String> attributes =
          Map.of(
              QueueAttributeName.VISIBILITY_TIMEOUT,
              Long.toString(visibility.toSeconds()),
              QueueAttributeName.REDRIVE_POLICY,
              "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                  .formatted(arn(client, deadLetters), maxReceives));
      String url = client.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
      return new Queue(url, arn(client, url), deadLetters);
    }
  }

  private static String arn(SqsClient client, String url) {
    QueueAttributeName arn = QueueAttributeName.QUEUE_ARN;
    return Objects.requireNonNull(
        client.getQueueAttributes(r -> r.queueUrl(url).attributeNames(arn)).attributes().get(arn),
        () -> "SQS gave no ARN for the queue " + url);
  }

  @Override
  public void close() {
    server.stopAndWait();
  }

  /** A queue, and where its undeliverable messages go. */
  public record Queue(String url, String arn, String deadLetterUrl) {}
}
