package dev.freshet.contract.odcs;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code freshet.*} custom properties of one ODCS element; an unknown one is a problem. */
final class CustomProperties {
  private static final String PREFIX = "freshet.";

  private final Place owner;
  private final Map<String, Place> values = new HashMap<>();

  CustomProperties(Place owner, Set<String> known) {
    this.owner = owner;
    for (Place item : owner.at("customProperties").items()) {
      String name = item.at("property").requiredText("the property's name", "");
      if (!name.startsWith(PREFIX)) {
        continue; // other tools' properties are theirs
      }
      String ours = name.substring(PREFIX.length());
      if (!known.contains(ours)) {
        item.problem("'" + name + "' is unknown here; " + advice(known));
      } else if (values.put(ours, item.at("value")) != null) {
        item.problem("'" + name + "' is given twice");
      }
    }
  }

  private static String advice(Set<String> known) {
    return known.isEmpty()
        ? "ours stand on schema[0] and on its properties"
        : "known: " + sorted(known);
  }

  private static List<String> sorted(Set<String> names) {
    List<String> list = new ArrayList<>();
    names.stream().sorted().forEach(n -> list.add(PREFIX + n));
    return list;
  }

  /** Refuses ours at a place that has none, where they would be overlooked. */
  static void requireNone(Place owner) {
    new CustomProperties(owner, Set.of());
  }

  /** The place of a property's value; one that does not exist if the property is not given. */
  Place at(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseGet(
            () ->
                new Place(
                    owner.path() + ".customProperties(" + PREFIX + name + ")",
                    MissingNode.getInstance(),
                    owner.problems()));
  }

  /** One of a property's allowed words; the default if it is not given. */
  <E extends Enum<E>> E word(String name, Class<E> words, E otherwise) {
    Optional<String> text = at(name).text();
    if (text.isEmpty()) {
      return otherwise;
    }
    for (E word : words.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(text.get())) {
        return word;
      }
    }
    at(name)
        .problem(
            "'"
                + text.get()
                + "' is none of "
                + List.of(words.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    return otherwise;
  }
}
