package dev.freshet.contract.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.freshet.contract.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in a contract file: its path, its value, and the list that problems are put on, so that
 * one reading names them all.
 */
record Place(String path, JsonNode node, List<Problem> problems) {

  static Place root(JsonNode node, List<Problem> problems) {
    return new Place("", node, problems);
  }

  Place at(String name) {
    String below = path.isEmpty() ? name : path + "." + name;
    return new Place(below, node.path(name), problems);
  }

  List<Place> items() {
    if (!exists()) {
      return List.of();
    }
    if (!node.isArray()) {
      problem("must be a list");
      return List.of();
    }
    List<Place> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new Place(path + "[" + i + "]", node.get(i), problems));
    }
    return items;
  }

  boolean exists() {
    return !(node instanceof MissingNode) && !node.isNull();
  }

  void problem(String what) {
    problems.add(new Problem(path.isEmpty() ? "file" : path, what));
  }

  /** The text here, if any; a problem if it is something else. */
  Optional<String> text() {
    if (!exists()) {
      return Optional.empty();
    }
    if (!node.isTextual() || node.textValue().isBlank()) {
      problem("must be a text that is not empty");
      return Optional.empty();
    }
    return Optional.of(node.textValue().strip());
  }

  /** The text here; a problem and the given stand-in if there is none. */
  String requiredText(String meaning, String standIn) {
    if (!exists()) {
      problem("is missing: " + meaning);
      return standIn;
    }
    return text().orElse(standIn);
  }

  boolean flag(boolean otherwise) {
    if (exists() && !node.isBoolean()) {
      problem("must be true or false");
    }
    return exists() && node.isBoolean() ? node.booleanValue() : otherwise;
  }

  Optional<Integer> whole() {
    if (exists() && !node.isInt()) {
      problem("must be a whole number");
      return Optional.empty();
    }
    return exists() ? Optional.of(node.intValue()) : Optional.empty();
  }

  Optional<BigDecimal> number() {
    if (exists() && !node.isNumber()) {
      problem("must be a number");
      return Optional.empty();
    }
    return exists() ? Optional.of(node.decimalValue()) : Optional.empty();
  }

  /** The texts listed here. */
  List<String> texts() {
    return items().stream().flatMap(i -> i.text().stream()).toList();
  }

  /** The text read by a parser; what the parser refuses becomes a problem. */
  <T> Optional<T> parsed(String meaning, Function<String, T> parser) {
    if (!exists()) {
      problem("is missing: " + meaning);
      return Optional.empty();
    }
    return text().flatMap(t -> parse(t, parser));
  }

  /** The text here if a parser takes it; what it refuses becomes a problem. */
  Optional<String> text(Function<String, ?> parser) {
    return text().filter(t -> parse(t, parser).isPresent());
  }

  private <T> Optional<T> parse(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
