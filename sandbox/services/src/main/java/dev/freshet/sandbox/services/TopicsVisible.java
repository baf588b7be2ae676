package dev.freshet.sandbox.services;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The controller creates a topic a moment before the broker answers for it; who looks at once would
 * be told it does not exist.
 */
record TopicsVisible(Admin admin, Duration deadline) {
  private static final long PAUSE_MILLIS = 20;

  void await(Collection<NewTopic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> names = topics.stream().map(NewTopic::name).toList();
    long end = System.nanoTime() + deadline.toNanos();
    while (!areVisible(names)) {
      if (System.nanoTime() - end > 0) {
        throw new TimeoutException(
            "created, but the broker does not answer for them after " + deadline);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean areVisible(List<String> names) throws ExecutionException, InterruptedException {
    try {
      admin.describeTopics(names).allTopicNames().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }
}
