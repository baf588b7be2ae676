package dev.freshet.sandbox.check;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts the records of a topic by change set and hands them to the comparison. */
final class TopicScan implements Consumer<ConsumerRecord<byte[], byte[]>> {
  private final Comparison comparison;
  private final Problems problems;
  private final Tally tally = new Tally("topic");
  private final PartitionCounts partitions = new PartitionCounts();

  TopicScan(Comparison comparison, Problems problems) {
    this.comparison = comparison;
    this.problems = problems;
  }

  Comparison comparison() {
    return comparison;
  }

  Tally tally() {
    return tally;
  }

  PartitionCounts partitions() {
    return partitions;
  }

  @Override
  public void accept(ConsumerRecord<byte[], byte[]> raw) {
    try {
      TopicRecord record = TopicRecord.of(raw);
      tally.add(record.changeSet(), record.counted());
      partitions.add(record.changeSet(), record.partition(), 1);
      comparison.published(record);
    } catch (IllegalArgumentException e) {
      problems.add(
          "records of a foreign form",
          "%d@%d (%s)".formatted(raw.partition(), raw.offset(), e.getMessage()));
    }
  }
}
