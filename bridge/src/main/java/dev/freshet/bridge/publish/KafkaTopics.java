package dev.freshet.bridge.publish;

import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.TopicIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the cluster about topics. */
public final class KafkaTopics implements Topics, AutoCloseable {
  private final Admin admin;

  public KafkaTopics(KafkaClients clients) {
    this.admin = clients.admin();
  }

  @Override
  public Optional<TopicIdentity> identity(String topic) {
    try {
      TopicDescription description =
          admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next();
      return Optional.of(
          new TopicIdentity(description.topicId().toString(), description.partitions().size()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException
          || e.getCause() instanceof TopicAuthorizationException) {
        return Optional.empty();
      }
      throw new PublicationUnavailableException(
          "Topic " + topic + " could not be looked at: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublicationUnavailableException("Told to stop while looking at " + topic, e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
