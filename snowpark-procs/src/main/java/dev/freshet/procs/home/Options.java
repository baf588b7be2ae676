package dev.freshet.procs.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The OPTIONS of a procedure: a JSON object. Names that are not known, and values of another kind
 * than asked for, are refused: what was meant is not guessed.
 */
public final class Options {
  private static final String REASON = "reason";

  private final String procedure;
  private final String advice;
  private final ObjectNode json;

  private Options(String procedure, String advice, @Nullable String text) {
    this.procedure = procedure;
    this.advice = advice;
    this.json = object(text == null ? "" : text);
  }

  /**
   * Reads them.
   *
   * @param procedure whose they are
   * @param text a JSON object
   * @param names all that there are
   * @param advice what to give, the end of every refusal
   * @throws IllegalArgumentException if it is no object, or has another name
   */
  public static Options read(
      String procedure, @Nullable String text, Set<String> names, String advice) {
    Options options = new Options(procedure, advice, text);
    for (var option : options.json.properties()) {
      if (!names.contains(option.getKey())) {
        throw options.refused("'" + option.getKey() + "' is no option");
      }
    }
    return options;
  }

  /**
   * Why it is asked for: stands in the audit log.
   *
   * @throws IllegalArgumentException if it is missing, or blank
   */
  public String reason() {
    return text(REASON)
        .filter(reason -> !reason.isBlank())
        .orElseThrow(() -> refused("the reason is missing"));
  }

  /**
   * A text; empty if it is not given.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public Optional<String> text(String name) {
    JsonNode value = json.get(name);
    if (value != null && !value.isTextual()) {
      throw refused("'" + name + "' must be a text");
    }
    return Optional.ofNullable(value).map(JsonNode::asText);
  }

  /**
   * Yes or no; no if it is not given. A word that only looks like a yes is none.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public boolean truth(String name) {
    JsonNode value = json.get(name);
    if (value != null && !value.isBoolean()) {
      throw refused(name + " must be true or false");
    }
    return value != null && value.booleanValue();
  }

  /**
   * A whole number; empty if it is not given.
   *
   * @throws IllegalArgumentException if it is something else, or less than the least
   */
  public OptionalInt whole(String name, int least) {
    JsonNode value = json.get(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.intValue() < least) {
      throw refused(name + " must be a whole number from " + least);
    }
    return OptionalInt.of(value.intValue());
  }

  /** Why they are not taken, for the caller to throw. */
  public IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "The options of " + procedure + ": " + why + "; give " + advice);
  }

  private ObjectNode object(String text) {
    try {
      if (Json.STRICT.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw refused("this is no JSON object");
    } catch (JsonProcessingException e) {
      throw refused("this is no JSON, and must be a JSON object: " + e.getOriginalMessage());
    }
  }
}
