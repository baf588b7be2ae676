package dev.freshet.contract.odcs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.freshet.contract.evolution.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The line at which each value of a contract file stands, by path ({@code
 * schema[0].properties[2].name}), by the name of a field, and by that of a custom property.
 */
public final class YamlLines {
  private static final String FIELD = "field ";
  private static final Pattern FIELD_NAME =
      Pattern.compile("schema\\[0]\\.properties\\[\\d+]\\.name");
  private static final Pattern PROPERTY_NAME =
      Pattern.compile(".*\\.customProperties\\[\\d+]\\.property");

  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private YamlLines() {}

  /**
   * Reads a text.
   *
   * @throws JsonProcessingException with the place, if it is not YAML
   */
  public static YamlLines read(String text) throws IOException {
    YamlLines lines = new YamlLines();
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      lines.addAll(parser);
    }
    return lines;
  }

  /** Reads a text as far as it is YAML; what lies beyond has no line and no names. */
  public static YamlLines readable(String text) {
    YamlLines lines = new YamlLines();
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      lines.addAll(parser);
      return lines;
    } catch (IOException e) {
      return lines; // the reader says what is wrong with the text
    }
  }

  private void addAll(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      add(parser, token);
    }
  }

  private void add(JsonParser parser, JsonToken token) throws IOException {
    if (token.isStructEnd()) {
      return;
    }
    // Inside an opening token the context is already that of the inner level.
    JsonStreamContext context = parser.getParsingContext();
    String path = path(token.isStructStart() ? context.getParent() : context);
    int line = parser.currentTokenLocation().getLineNr();
    lines.putIfAbsent(path, line);
    if (token == JsonToken.VALUE_STRING) {
      addNamed(path, parser.getText(), line);
    }
  }

  private void addNamed(String path, String value, int line) {
    String element = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    if (FIELD_NAME.matcher(path).matches()) {
      lines.putIfAbsent(FIELD + value, line);
      names.put(element, FIELD + value);
    }
    if (PROPERTY_NAME.matcher(path).matches()) {
      lines.putIfAbsent(element.substring(0, element.lastIndexOf('[')) + "(" + value + ")", line);
      names.put(element, value);
      if (element.startsWith("schema[0].custom")) {
        lines.putIfAbsent(value, line);
      }
    }
  }

  private static String path(JsonStreamContext context) {
    if (context.inRoot()) {
      return "";
    }
    String above = path(context.getParent());
    if (context.inArray()) {
      return above + "[" + context.getCurrentIndex() + "]";
    }
    String name = String.valueOf(context.getCurrentName());
    return above.isEmpty() ? name : above + "." + name;
  }

  /** The line of a place in the file, or of the nearest place around it; 1 if there is none. */
  public int of(String where) {
    for (String place = where; !place.isEmpty(); place = around(place)) {
      Integer line = lines.get(place);
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  /**
   * The line of what a finding names: a field, a custom property or a key of the file; for a field
   * that is gone, of what came in its place, or of the fields.
   */
  public int of(Finding finding) {
    String where = finding.where().split(", ", 2)[0];
    if (where.startsWith(FIELD)) {
      return Stream.of(where, FIELD + finding.after(), "schema[0].properties")
          .filter(lines::containsKey)
          .findFirst()
          .map(lines::get)
          .orElse(1);
    }
    return lines.getOrDefault(where, of("version"));
  }

  private static String around(String place) {
    int cut = Math.max(Math.max(place.lastIndexOf('.'), place.lastIndexOf('[')), 0);
    int bracket = place.endsWith(")") ? place.lastIndexOf('(') : cut;
    return place.substring(0, Math.max(0, Math.min(cut, bracket)));
  }

  /** A place by the names of its field and custom property, as people look for it. */
  public String inWords(String where) {
    List<String> words = new ArrayList<>();
    int named = 0;
    for (int end = where.indexOf(']'); end >= 0; end = where.indexOf(']', end + 1)) {
      String name = names.get(where.substring(0, end + 1));
      if (name != null) {
        words.add(name);
        named = end + 1;
      }
    }
    String rest = where.substring(named).replaceFirst("^\\.", "");
    if (!rest.isEmpty() && !(rest.equals("value") && named > 0)) {
      words.add(rest);
    }
    return String.join(", ", words);
  }
}
