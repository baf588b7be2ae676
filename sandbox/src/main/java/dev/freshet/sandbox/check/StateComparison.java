package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import dev.freshet.sandbox.check.FactText.NotAFactException;
import dev.freshet.sandbox.check.TopicRecord.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Folds a state topic by key: the last value counts, a delete takes the key away. What is left must
 * be the source, key by key. Holds one text per key in memory.
 */
final class StateComparison implements Comparison {
  private final Contract contract;
  private final FactText text;
  private final ValueReader values;
  private final Problems problems;
  private final Map<String, Latest> latest = new HashMap<>();
  private long published;
  private long held;
  private long equal;

  StateComparison(ValueReader values, Problems problems) {
    this.contract = values.contract();
    this.text = new FactText(contract);
    this.values = values;
    this.problems = problems;
  }

  @Override
  public void published(TopicRecord record) {
    Latest next = new Latest(record.partition(), record.changeSet(), fact(record));
    Latest before = latest.put(record.key(), next);
    published += (next.isPresent() ? 1 : 0) - (before != null && before.isPresent() ? 1 : 0);
    if (before != null && before.partition != next.partition) {
      problems.add("keys that are in two partitions of the topic", record.key());
    }
    if (before != null && before.changeSet >= next.changeSet) {
      problems.add("records that do not follow the change set before theirs", record.place());
    }
  }

  private Optional<String> fact(TopicRecord record) {
    if (record.op() == Op.DELETE) {
      checkDelete(record);
      return Optional.empty();
    }
    try {
      byte[] value = record.value().orElseThrow(() -> new NotAFactException("null"));
      return Optional.of(text.of(values.read(value)));
    } catch (NotAFactException e) {
      problems.add("records whose value is no fact", record.place() + " (" + e.getMessage() + ")");
      return Optional.of("");
    }
  }

  private void checkDelete(TopicRecord record) {
    boolean tombstone = contract.deletes() == Contract.Deletes.TOMBSTONE;
    if (record.value().isEmpty() != tombstone) {
      problems.add("deletes that are not of the form the contract chose", record.place());
    }
  }

  @Override
  public void held(String key, String fact) {
    held++;
    Latest found = latest.remove(key);
    if (found == null || !found.isPresent()) {
      problems.add("keys of the source missing in the topic", key);
    } else if (found.fact.orElseThrow().equals(fact)) {
      equal++;
    } else {
      problems.add("keys whose value in the topic is not the source's", key);
    }
  }

  @Override
  public Rows finished() {
    latest.forEach(
        (key, left) -> {
          if (left.isPresent()) {
            problems.add("keys of the topic missing in the source", key);
          }
        });
    return new Rows(held, published, equal);
  }

  private record Latest(int partition, long changeSet, Optional<String> fact) {
    boolean isPresent() {
      return fact.isPresent();
    }
  }
}
