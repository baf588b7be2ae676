package dev.freshet.bridge.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Watches what a read_committed consumer sees, in its order, and then judges. */
public interface Guarantee {
  void watch(Seen record);

  /** What broke the guarantee, a few examples at most; empty if it held. */
  Set<String> broken();

  /** All three that the bridge gives. */
  static List<Guarantee> all(List<ExpectedFact> facts) {
    return List.of(new NoLoss(facts), new NoDuplicate(), new KeyOrder(facts));
  }

  /** Every fact arrives, and nothing that was not announced. */
  final class NoLoss implements Guarantee {
    private final Set<String> missing;
    private final Set<String> announced;
    private final Set<String> foreign = new HashSet<>();

    public NoLoss(List<ExpectedFact> facts) {
      announced = facts.stream().map(ExpectedFact::id).collect(Collectors.toSet());
      missing = new HashSet<>(announced);
    }

    @Override
    public void watch(Seen record) {
      missing.remove(record.id());
      if (!announced.contains(record.id())) {
        foreign.add(record.id());
      }
    }

    @Override
    public Set<String> broken() {
      Set<String> broken = new TreeSet<>();
      missing.stream().limit(5).forEach(id -> broken.add("lost " + id));
      foreign.stream().limit(5).forEach(id -> broken.add("never announced " + id));
      return broken;
    }
  }

  /** No fact arrives twice. */
  final class NoDuplicate implements Guarantee {
    private final Set<String> seen = new HashSet<>();
    private final Set<String> twice = new TreeSet<>();

    @Override
    public void watch(Seen record) {
      if (!seen.add(record.id()) && twice.size() < 5) {
        twice.add("twice " + record.id() + " at " + record.partition() + "/" + record.offset());
      }
    }

    @Override
    public Set<String> broken() {
      return twice;
    }
  }

  /** The facts of a key arrive in the order of change sets, and of their number within one. */
  final class KeyOrder implements Guarantee {
    private final Map<String, ExpectedFact> byId;
    private final Map<String, ExpectedFact> latest = new HashMap<>();
    private final Set<String> disordered = new TreeSet<>();

    public KeyOrder(List<ExpectedFact> facts) {
      byId = facts.stream().collect(Collectors.toMap(ExpectedFact::id, Function.identity()));
    }

    @Override
    public void watch(Seen record) {
      ExpectedFact fact = byId.get(record.id());
      if (fact == null) {
        return;
      }
      ExpectedFact before = latest.put(fact.key(), fact);
      boolean after =
          before == null
              || before.sequence() < fact.sequence()
              || (before.sequence() == fact.sequence() && before.n() < fact.n());
      if (!after && disordered.size() < 5) {
        disordered.add(fact + " came after " + before);
      }
    }

    @Override
    public Set<String> broken() {
      return disordered;
    }
  }
}
