package dev.freshet.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class EmbeddedSqsTest {
  @Test
  void movesAMessageThatNobodyDeletesToTheDeadLetters() {
    try (EmbeddedSqs sqs = EmbeddedSqs.start(new AccessKey("sandbox", "not a secret"));
        SqsClient client = sqs.client()) {
      EmbeddedSqs.Queue queue = sqs.createQueue("notices", Duration.ofSeconds(1), 1);
      client.sendMessage(r -> r.queueUrl(queue.url()).messageBody("unread"));
      assertThat(receive(client, queue.url(), 1)).isEqualTo("unread");
      assertThat(receive(client, queue.url(), 2)).isEmpty();
      assertThat(receive(client, queue.deadLetterUrl(), 2)).isEqualTo("unread");
    }
  }

  private static String receive(SqsClient client, String url, int waitSeconds) {
    return client
        .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(waitSeconds))
        .messages()
        .stream()
        .map(Message::body)
        .findFirst()
        .orElse("");
  }
}
