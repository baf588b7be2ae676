package dev.freshet.bridge.ledger;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;

/** Finds out who holds a transaction open on a partition, for a message somebody can act on. */
final class OpenTransactions {
  private final Admin admin;

  OpenTransactions(Admin admin) {
    this.admin = admin;
  }

  /** A sentence that names the open transactions. */
  String on(TopicPartition place) {
    try {
      List<Long> producers =
          admin
              .describeProducers(List.of(place))
              .partitionResult(place)
              .get()
              .activeProducers()
              .stream()
              .filter(p -> p.currentTransactionStartOffset().isPresent())
              .map(ProducerState::producerId)
              .toList();
      if (producers.isEmpty()) {
        return "No open transaction is seen on it any more.";
      }
      String names =
          admin.listTransactions().all().get().stream()
              .filter(t -> producers.contains(t.producerId()))
              .map(TransactionListing::transactionalId)
              .collect(Collectors.joining(", "));
      return "Open transactions on it: "
          + (names.isEmpty() ? "producers " + producers : names)
          + ".";
    } catch (ExecutionException e) {
      return "Which transaction is open cannot be seen: " + e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Told to stop while looking for the open transaction.";
    }
  }
}
