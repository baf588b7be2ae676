package dev.freshet.bridge.notice;

import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.bridge.watch.Metrics;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Notices from an SQS queue. A message is deleted once it is parsed and handed over: the sweep
 * finds what a crash in between loses. One that cannot be parsed is left to the dead-letter queue.
 */
public final class SqsNotices implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(SqsNotices.class);
  private static final int WAIT_SECONDS = 20;
  private static final int MOST_MESSAGES = 10;

  private final SqsClient sqs;
  private final String queueUrl;
  private final NoticeParser parser;
  private final Metrics metrics;

  public SqsNotices(SqsClient sqs, String queueUrl, NoticeParser parser, Metrics metrics) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.parser = parser;
    this.metrics = metrics;
  }

  /**
   * Looks whether there is such a queue.
   *
   * @throws StageUnavailableException if there is not
   */
  public void probe() {
    try {
      sqs.getQueueAttributes(r -> r.queueUrl(queueUrl));
    } catch (QueueDoesNotExistException e) {
      throw new StageUnavailableException("There is no queue " + queueUrl, e);
    } catch (SqsException e) {
      // Receiving needs fewer rights than looking; what is really wrong shows then.
      LOG.debug("queue={} could not be looked at", queueUrl, e);
    } catch (SdkException e) {
      throw new StageUnavailableException("SQS did not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void take(Consumer<List<Notice>> receiver) {
    try {
      for (Message message :
          sqs.receiveMessage(
                  r ->
                      r.queueUrl(queueUrl)
                          .waitTimeSeconds(WAIT_SECONDS)
                          .maxNumberOfMessages(MOST_MESSAGES))
              .messages()) {
        handOver(message, receiver);
      }
    } catch (SdkException e) {
      throw new StageUnavailableException("No notices from " + queueUrl + ": " + e.getMessage(), e);
    }
  }

  private void handOver(Message message, Consumer<List<Notice>> receiver) {
    try {
      List<Notice> notices = parser.parse(message.body());
      receiver.accept(notices);
      metrics.add(Metrics.Metric.NOTICES, kind(notices), 1);
    } catch (IllegalArgumentException e) {
      metrics.add(Metrics.Metric.NOTICES, "unreadable", 1);
      LOG.warn("notice={} left to the dead-letter queue: {}", message.messageId(), e.getMessage());
      return;
    }
    delete(message);
  }

  private static String kind(List<Notice> notices) {
    return notices.stream()
        .findFirst()
        .map(n -> n instanceof Notice.OfReplay ? "replay" : "manifest")
        .orElse("foreign");
  }

  private void delete(Message message) {
    try {
      sqs.deleteMessage(r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    } catch (SqsException e) {
      // Redelivered in the meantime: it is somebody else's to delete, and taking it twice is
      // harmless.
      LOG.debug("notice={} was not deleted", message.messageId(), e);
    }
  }
}
