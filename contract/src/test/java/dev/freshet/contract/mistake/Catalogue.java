package dev.freshet.contract.mistake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reads the catalogue of mistakes. It is run through the command line (module cli), through SQL
 * (module sandbox), and printed as docs/mistakes.md; all from the same files beside this class.
 */
public final class Catalogue {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Catalogue() {}

  /** The contract that every change begins with, version 1.0.0. */
  public static String before() {
    return text("before.odcs.yaml");
  }

  /** Statements that make the contract's source, and what changes of it need. */
  public static String source() {
    return text("source.sql");
  }

  public static List<Mistake.Change> changes() {
    return read(
        "changes.yaml",
        n ->
            new Mistake.Change(
                n.path("name").asText(),
                n.path("version").asText(),
                edits(n),
                n.path("passes").asBoolean(),
                texts(n.path("rules"))));
  }

  public static List<Mistake.Unsound> unsound() {
    return read(
        "files.yaml",
        n -> new Mistake.Unsound(n.path("name").asText(), edits(n), texts(n.path("says"))));
  }

  public static List<Mistake.BadRow> badRows() {
    return read(
        "rows.yaml",
        n ->
            new Mistake.BadRow(
                n.path("name").asText(),
                texts(n.path("rows")),
                n.path("rule").asText(),
                n.path("consumersSee").asText()));
  }

  private static <T> List<T> read(String file, Function<JsonNode, T> reader) {
    try {
      return stream(YAML.readTree(text(file))).map(reader).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the catalogue's " + file + " failed", e);
    }
  }

  private static List<Edit> edits(JsonNode node) {
    return stream(node.path("edits"))
        .map(e -> new Edit(e.path(0).asText(), e.path(1).asText()))
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the catalogue's " + file + " failed", e);
    }
  }
}
