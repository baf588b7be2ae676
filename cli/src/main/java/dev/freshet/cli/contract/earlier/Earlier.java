package dev.freshet.cli.contract.earlier;

import dev.freshet.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Earlier versions of a contract.
 *
 * @param versions one contract for each version; the first place that holds a version wins
 * @param notes what the reader should know about how they were found
 */
public record Earlier(List<Contract> versions, List<String> notes) {

  public Earlier {
    versions = List.copyOf(versions);
    notes = List.copyOf(notes);
  }

  /** Nothing: no place was named. */
  public static Earlier none() {
    return new Earlier(List.of(), List.of());
  }

  /** These and those; of a version that both hold, the one of here. */
  public Earlier and(Earlier other) {
    Map<String, Contract> byVersion = new LinkedHashMap<>();
    versions.forEach(c -> byVersion.put(name(c), c));
    other.versions.forEach(c -> byVersion.putIfAbsent(name(c), c));
    List<String> all = new ArrayList<>(notes);
    all.addAll(other.notes);
    return new Earlier(List.copyOf(byVersion.values()), all);
  }

  private static String name(Contract contract) {
    return contract.id() + " " + contract.version();
  }
}
