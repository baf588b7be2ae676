package dev.freshet.cli.contract.earlier;

import dev.freshet.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Earlier versions of a contract.
 *
 * @param versions one text for each version; the first place that holds a version wins
 * @param notes what the reader should know about how they were found
 */
public record Earlier(List<Text> versions, List<String> notes) {

  /** One version, and its file as it was written. */
  public record Text(Contract contract, String text) {
    private String name() {
      return contract.id() + " " + contract.version();
    }
  }

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
    Map<String, Text> byVersion = new LinkedHashMap<>();
    versions.forEach(t -> byVersion.put(t.name(), t));
    other.versions.forEach(t -> byVersion.putIfAbsent(t.name(), t));
    List<String> all = new ArrayList<>(notes);
    all.addAll(other.notes);
    return new Earlier(List.copyOf(byVersion.values()), all);
  }

  public List<Contract> contracts() {
    return versions.stream().map(Text::contract).toList();
  }

  /** Whether a version was declared before, by a text that differs, be it in a comment. */
  public boolean hasAnotherTextOf(Contract next, String text) {
    Optional<Text> same =
        versions.stream().filter(t -> t.name().equals(new Text(next, text).name())).findFirst();
    return same.filter(t -> !t.text().equals(text)).isPresent();
  }
}
