package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.TopicIdentity;
import java.util.Optional;

/** The topics that records go to. Thread-safe. */
@FunctionalInterface
public interface Topics {
  /**
   * The topic as it is now; empty if there is none, or none we may see.
   *
   * @throws PublicationUnavailableException if Kafka does not answer
   */
  Optional<TopicIdentity> identity(String topic);
}
