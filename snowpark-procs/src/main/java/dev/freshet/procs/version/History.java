package dev.freshet.procs.version;

import dev.freshet.contract.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each version of a contract, the oldest change first. A version enters force once;
 * what comes back later comes back by a rollback.
 */
public record History(List<StateChange> changes) {
  public History {
    changes = List.copyOf(changes);
  }

  /** The state of every registered version, in the order of registration. */
  public Map<Version, VersionState> states() {
    Map<Version, VersionState> states = new LinkedHashMap<>();
    changes.forEach(c -> states.put(c.version(), c.state()));
    return states;
  }

  public Optional<VersionState> of(Version version) {
    return Optional.ofNullable(states().get(version));
  }

  /** The version in force. */
  public Optional<Version> inForce() {
    return states().entrySet().stream()
        .filter(e -> e.getValue() == VersionState.ACTIVE)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * The version that a rollback returns to: the last one in force before this one that was not
   * rolled back itself.
   */
  public Optional<Version> before() {
    List<Version> line = new ArrayList<>(lineOfSuccession());
    return line.size() < 2 ? Optional.empty() : Optional.of(line.get(1));
  }

  /** The versions that were in force one after the other, without those rolled back; last first. */
  private Deque<Version> lineOfSuccession() {
    Deque<Version> line = new ArrayDeque<>();
    for (StateChange change : changes) {
      if (change.state() == VersionState.ACTIVE) {
        if (line.contains(change.version())) {
          while (!line.element().equals(change.version())) {
            line.remove();
          }
        } else {
          line.push(change.version());
        }
      }
    }
    return line;
  }

  /** The highest version that was ever in force. */
  public Optional<Version> highestInForce() {
    return changes.stream()
        .filter(c -> c.state() == VersionState.ACTIVE)
        .map(StateChange::version)
        .max(Comparator.naturalOrder());
  }

  /** The change that put the version in force there, if one is. */
  public Optional<StateChange> lastActivation() {
    return changes.stream()
        .filter(c -> c.state() == VersionState.ACTIVE)
        .reduce((first, second) -> second);
  }

  /** The version that left force last. */
  public Optional<Version> lastLeft() {
    return changes.stream()
        .filter(c -> c.state() == VersionState.RETIRED)
        .map(StateChange::version)
        .reduce((first, second) -> second);
  }

  /** Whether the version in force came back by a rollback. */
  public boolean isRolledBack() {
    return lastActivation()
        .filter(
            last ->
                changes.stream()
                        .filter(c -> c.state() == VersionState.ACTIVE)
                        .filter(c -> c.version().equals(last.version()))
                        .count()
                    > 1)
        .isPresent();
  }

  /** Whether the contract has ended: it has versions, and all are retired. */
  public boolean isRetired() {
    return !changes.isEmpty()
        && states().values().stream().allMatch(s -> s == VersionState.RETIRED);
  }
}
