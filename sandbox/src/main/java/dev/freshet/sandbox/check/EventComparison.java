package dev.freshet.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.sandbox.check.FactText.NotAFactException;
import dev.freshet.sandbox.check.TopicRecord.Op;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the events of a topic by key and value; the truth must hold the same ones equally often.
 * Within a change set a key's events come in the order of their event times. Holds one text per
 * event in memory.
 */
final class EventComparison implements Comparison {
  private final Contract contract;
  private final FactText text;
  private final ValueReader values;
  private final Problems problems;
  private final Map<String, Integer> surplus = new HashMap<>();
  private final Map<String, Last> lastOfKey = new HashMap<>();
  private long published;
  private long held;
  private long equal;

  EventComparison(ValueReader values, Problems problems) {
    this.contract = values.contract();
    this.text = new FactText(contract);
    this.values = values;
    this.problems = problems;
  }

  @Override
  public void published(TopicRecord record) {
    if (record.op() == Op.DELETE || record.value().isEmpty()) {
      problems.add("deletes in the topic of an event contract", record.place());
      return;
    }
    try {
      ObjectNode fact = values.read(record.value().orElseThrow());
      published++;
      surplus.merge(element(record.key(), text.of(fact)), 1, Integer::sum);
      checkOrder(record, eventTime(fact));
    } catch (NotAFactException e) {
      problems.add("records whose value is no fact", record.place() + " (" + e.getMessage() + ")");
    }
  }

  private void checkOrder(TopicRecord record, String eventTime) {
    Last next = new Last(record.partition(), record.changeSet(), eventTime);
    Last before = lastOfKey.put(record.key(), next);
    if (before == null) {
      return;
    }
    if (before.partition != next.partition) {
      problems.add("keys that are in two partitions of the topic", record.key());
    }
    if (before.changeSet > next.changeSet) {
      problems.add("records of an earlier change set than the one before theirs", record.place());
    }
    if (before.changeSet == next.changeSet && before.eventTime.compareTo(next.eventTime) > 0) {
      problems.add("events before an earlier one of their key and change set", record.place());
    }
  }

  // Dates and times are ISO texts of one length per field, so their order is that of the text.
  private String eventTime(ObjectNode fact) {
    return contract.eventTime().map(fact::path).map(JsonNode::asText).orElse("");
  }

  @Override
  public void held(String key, String fact) {
    held++;
    String element = element(key, fact);
    int count = surplus.getOrDefault(element, 0);
    if (count == 0) {
      problems.add("events of the source missing in the topic, by key", key);
      return;
    }
    equal++;
    if (count == 1) {
      surplus.remove(element);
    } else {
      surplus.put(element, count - 1);
    }
  }

  @Override
  public Rows finished() {
    surplus.forEach(
        (element, count) ->
            problems.add(
                "events of the topic missing in the source, or doubled, by key",
                keyOf(element) + " (" + count + ")"));
    return new Rows(held, published, equal);
  }

  // A fact is JSON on one line, so the last line break parts it from the key.
  private static String element(String key, String fact) {
    return key + '\n' + fact;
  }

  private static String keyOf(String element) {
    return element.substring(0, element.lastIndexOf('\n'));
  }

  private record Last(int partition, long changeSet, String eventTime) {}
}
