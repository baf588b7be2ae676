package dev.freshet.cli.contract.earlier;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.odcs.ContractReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects contracts from the texts of one place, newest first. Belongs to one thread. */
final class Texts {
  private final String place;
  private final Map<String, Earlier.Text> byVersion = new LinkedHashMap<>();
  private final List<String> unsound = new ArrayList<>();

  Texts(String place) {
    this.place = place;
  }

  /**
   * Adds a text; of two that declare the same version, the one added first stays.
   *
   * @param origin where it stood, for messages
   */
  void add(String origin, String text) {
    try {
      Contract contract = ContractReader.read(origin, text);
      byVersion.putIfAbsent(
          contract.id() + " " + contract.version(), new Earlier.Text(contract, text));
    } catch (ContractException e) {
      unsound.add(origin + " (" + e.problems().get(0) + ")");
    }
  }

  /** The versions of a fact, of all its majors. */
  List<Earlier.Text> of(ContractId id) {
    return byVersion.values().stream()
        .filter(t -> t.contract().id().domain().equals(id.domain()))
        .filter(t -> t.contract().id().fact().equals(id.fact()))
        .toList();
  }

  List<Earlier.Text> versions() {
    return List.copyOf(byVersion.values());
  }

  /** What was left out, and the given notes before it. */
  List<String> notes(String... before) {
    List<String> notes = new ArrayList<>(List.of(before));
    if (!unsound.isEmpty()) {
      notes.add(
          "not compared with "
              + unsound.size()
              + " of the texts in "
              + place
              + ", which are not sound contracts, so nobody can have registered them; the first: "
              + unsound.get(0));
    }
    return notes;
  }
}
