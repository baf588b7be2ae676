package dev.freshet.bridge.publish;

import java.util.List;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/** What an exception of the producer means. Whatever is not listed makes it unusable. */
enum Trouble {
  TRANSIENT,
  DETERMINISTIC,
  FATAL;

  private static final List<Class<? extends RuntimeException>> FATAL_ONES =
      List.of(
          InterruptException.class,
          InvalidProducerEpochException.class,
          OutOfOrderSequenceException.class,
          ProducerFencedException.class);

  private static final List<Class<? extends RuntimeException>> DETERMINISTIC_ONES =
      List.of(
          ClusterAuthorizationException.class,
          InvalidTimestampException.class,
          InvalidTopicException.class,
          PolicyViolationException.class,
          RecordBatchTooLargeException.class,
          RecordTooLargeException.class,
          TopicAuthorizationException.class);

  private static final List<Class<? extends RuntimeException>> TRANSIENT_ONES =
      List.of(RetriableException.class, TransactionAbortableException.class);

  /** The meaning of an exception, or of the first of its causes that is listed. */
  static Trouble of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (isOneOf(t, FATAL_ONES)) {
        return FATAL;
      }
      if (isOneOf(t, DETERMINISTIC_ONES)) {
        return DETERMINISTIC;
      }
      if (isOneOf(t, TRANSIENT_ONES)) {
        return TRANSIENT;
      }
    }
    return FATAL;
  }

  private static boolean isOneOf(Throwable t, List<Class<? extends RuntimeException>> kinds) {
    return kinds.stream().anyMatch(k -> k.isInstance(t));
  }
}
