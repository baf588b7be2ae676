package dev.freshet.bridge.publish;

import dev.freshet.contract.stage.Receipt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Collects what became of the records of one transaction; called on the producer's own thread. */
final class Sendings {
  private final Map<Integer, Receipt.Span> spans = new TreeMap<>();
  private @Nullable Failure failure;

  /** The first record that failed; the rest fail after it for its sake. */
  record Failure(int index, Exception cause) {}

  Callback callback(int index) {
    return (metadata, exception) -> done(index, metadata, exception);
  }

  private synchronized void done(
      int index, @Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      if (failure == null || index < failure.index()) {
        failure = new Failure(index, exception);
      }
    } else if (metadata != null) {
      spans.merge(
          metadata.partition(),
          new Receipt.Span(metadata.partition(), metadata.offset(), metadata.offset(), 1),
          (known, one) ->
              new Receipt.Span(
                  known.partition(),
                  Math.min(known.firstOffset(), one.firstOffset()),
                  Math.max(known.lastOffset(), one.lastOffset()),
                  known.records() + 1));
    }
  }

  synchronized @Nullable Failure failure() {
    return failure;
  }

  synchronized List<Receipt.Span> spans() {
    return List.copyOf(spans.values());
  }
}
