package dev.freshet.bridge.publish;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A consumer group over the ledger topic, used for membership only: its partitions are paused and
 * nothing is read. One thread polls; it must not be blocked for long.
 */
public final class KafkaOwnership implements Ownership, Runnable, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> member;
  private final String topic;
  private final Listener listener;
  private final Set<Integer> owned = new HashSet<>();
  private long pollsBegun;
  private long pollsDone;
  private boolean over;

  /** Joins when run. An exception that ends its thread says why it cannot be a member any more. */
  public KafkaOwnership(
      KafkaClients clients, String ledgerTopic, BridgeConfig.Group group, Listener listener) {
    this.member = clients.member(group);
    this.topic = ledgerTopic;
    this.listener = listener;
  }

  @Override
  public void run() {
    try (member) {
      member.subscribe(List.of(topic), new Rebalances());
      while (!isOver()) {
        begin();
        member.poll(POLL);
        done();
      }
      member.unsubscribe();
    } catch (WakeupException e) {
      // close() was called
    } finally {
      end();
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  private synchronized void begin() {
    pollsBegun++;
  }

  private synchronized void done() {
    pollsDone = pollsBegun;
    notifyAll();
  }

  private synchronized void end() {
    over = true;
    owned.clear();
    notifyAll();
  }

  @Override
  public synchronized boolean confirms(int partition) {
    long wanted = pollsBegun + 1;
    while (pollsDone < wanted && owned.contains(partition)) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return owned.contains(partition);
  }

  /** Whether the group's thread still runs. */
  public synchronized boolean isMember() {
    return !over;
  }

  /** Leaves the group; the thread ends soon. */
  @Override
  public synchronized void close() {
    over = true;
    member.wakeup();
  }

  private final class Rebalances implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      member.pause(partitions);
      for (TopicPartition p : partitions) {
        synchronized (KafkaOwnership.this) {
          owned.add(p.partition());
        }
        listener.gained(p.partition());
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      forget(partitions);
      partitions.forEach(p -> listener.handedOver(p.partition()));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      forget(partitions);
      partitions.forEach(p -> listener.lost(p.partition()));
    }

    private void forget(Collection<TopicPartition> partitions) {
      synchronized (KafkaOwnership.this) {
        partitions.forEach(p -> owned.remove(p.partition()));
        KafkaOwnership.this.notifyAll();
      }
    }
  }
}
