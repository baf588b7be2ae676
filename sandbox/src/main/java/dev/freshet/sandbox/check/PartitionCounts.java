package dev.freshet.sandbox.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Records by change set and topic partition. */
final class PartitionCounts {
  private final Map<Place, Long> records = new HashMap<>();

  void add(long changeSet, int partition, long count) {
    records.merge(new Place(changeSet, partition), count, Long::sum);
  }

  /** Notes every place where the topic holds another number than these receipts say. */
  void compare(PartitionCounts topic, Problems problems) {
    Set<Place> places = new HashSet<>(records.keySet());
    places.addAll(topic.records.keySet());
    for (Place place : places) {
      long told = records.getOrDefault(place, 0L);
      long found = topic.records.getOrDefault(place, 0L);
      if (told != found) {
        problems.add(
            "partitions that hold another number of a change set's records than its receipts say",
            "change set %d, partition %d (%d, receipts say %d)"
                .formatted(place.changeSet, place.partition, found, told));
      }
    }
  }

  private record Place(long changeSet, int partition) {}
}
