package dev.freshet.cli.contract.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Contract;
import dev.freshet.contract.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A first contract over a table or view: all columns, required where the source admits no null.
 *
 * @param text the contract file
 * @param notes what the author should look at before it is registered
 */
public record Draft(String text, List<String> notes) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  public Draft {
    notes = List.copyOf(notes);
  }

  /**
   * Writes the contract.
   *
   * @throws CommandFailed if the promise names a column that the source has not
   */
  public static Draft of(SourceObject source, Promise promise) {
    List<String> notes = new ArrayList<>();
    ObjectNode root = YAML.createObjectNode();
    String id = promise.domain() + "." + promise.fact() + ".v1";
    root.put("apiVersion", "v3.1.0").put("kind", "DataContract").put("id", id);
    root.put("status", "draft").put("domain", promise.domain()).put("name", promise.fact());
    root.put("version", "1.0.0");
    source.comment().ifPresent(c -> root.putObject("description").put("purpose", c));
    root.putObject("team").put("name", promise.team());
    promise
        .support()
        .ifPresent(
            s -> root.putArray("support").addObject().put("channel", promise.team()).put("url", s));
    schema(root.putArray("schema").addObject(), id, source, promise, notes);
    return new Draft(yaml(root), notes);
  }

  private static void schema(
      ObjectNode schema, String id, SourceObject source, Promise promise, List<String> notes) {
    schema.put("name", promise.fact()).put("physicalType", "topic").put("physicalName", id);
    schema.put("logicalType", "object");
    ArrayNode custom = schema.putArray("customProperties");
    custom(custom, "source").put("value", source.name().toString());
    custom(custom, "kind").put("value", promise.kind().name().toLowerCase(Locale.ROOT));
    promise
        .eventTime()
        .ifPresent(t -> custom(custom, "eventTime").put("value", column(source, t).fieldName()));
    if (promise.kind() == Contract.Kind.EVENT) {
      ArrayNode identity = custom(custom, "identity").putArray("value");
      promise.identity().forEach(c -> identity.add(column(source, c).fieldName()));
    }
    List<SourceColumn> key = promise.key().stream().map(c -> column(source, c)).toList();
    ArrayNode properties = schema.putArray("properties");
    source.columns().forEach(c -> property(properties, c, key.indexOf(c) + 1, notes));
  }

  private static ObjectNode custom(ArrayNode custom, String name) {
    return custom.addObject().put("property", "freshet." + name);
  }

  private static SourceColumn column(SourceObject source, String name) {
    return source.columns().stream()
        .filter(c -> c.isNamed(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    source.name()
                        + " has no column "
                        + name
                        + "; it has "
                        + source.columns().stream()
                            .map(SourceColumn::name)
                            .collect(Collectors.joining(", "))));
  }

  private static void property(
      ArrayNode properties, SourceColumn column, int position, List<String> notes) {
    if (column.type().isEmpty()) {
      notes.add(
          column.name() + " is left out: " + column.dataType() + " is no type Freshet carries");
      return;
    }
    SnowflakeType type = column.type().get();
    ObjectNode property = properties.addObject().put("name", column.fieldName());
    if (!column.fieldName().toUpperCase(Locale.ROOT).equals(column.name())) {
      property.put("physicalName", column.name());
    }
    property.put("logicalType", LogicalType.of(type)).put("physicalType", type.toString());
    column.comment().ifPresent(c -> property.put("description", c));
    if (position > 0 || !column.nullable()) {
      property.put("required", true);
    }
    if (position > 0) {
      property.put("primaryKey", true).put("primaryKeyPosition", position);
    }
    if (position > 0 && column.nullable()) {
      notes.add(
          column.name()
              + " may be null in the source, but a key may not: rows without it break the rule"
              + " missingKey. Make the column NOT NULL, or decide freshet.onViolation.");
    }
  }

  private static String yaml(ObjectNode root) {
    try {
      return YAML.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing YAML to memory cannot fail", e);
    }
  }
}
